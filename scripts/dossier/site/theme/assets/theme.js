// Before the first paint: that scripts run, and the colour theme chosen in this browser.
document.documentElement.className = "js";
try {
  const theme = localStorage.getItem("dossier.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch { /* no storage in this browser: the theme is automatic */ }
