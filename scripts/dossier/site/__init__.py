"""The dossier to the pages and files of the site."""
