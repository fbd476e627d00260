"""Quoted passages to who said them."""
