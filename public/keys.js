// Presses what names the key in aria-keyshortcuts. A comfort: every page works without it, and a reader can switch it off.
document.documentElement.dataset.keys = 'on'
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat || event.key.length !== 1) return
  if (event.target.closest('input, textarea, select')) return
  const pressed = document.querySelector(`[aria-keyshortcuts="${CSS.escape(event.key.toUpperCase())}"]:not([aria-disabled="true"])`)
  if (!pressed) return
  event.preventDefault()
  pressed.click()
})
