// Kept by browsers for a year: a change to this file needs a new name.
// Runs before the first paint: the scheme the user chose here, else the system's.
(function () {
  var chosen = localStorage.getItem('goldset:color-scheme');
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
