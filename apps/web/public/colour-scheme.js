(function () {
  var wish = 'auto';
  try {
    wish = localStorage.getItem('plexus-colour-scheme') || 'auto';
  } catch {
    // Storage may be forbidden; the system's scheme is then the right guess.
  }
  var dark = wish === 'dark' || (wish === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
