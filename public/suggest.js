// Suggests while one types in a search field. A comfort: the field is a plain form, and whatever fails here leaves it one.
// What was searched for lately stays on this device. Every word comes from the page or the server's answer.
import Combobox from '/combobox-nav/index.js'

const store = 'recent-searches'
const most = 8

function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(store) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

function keep(queries) {
  try {
    if (queries.length > 0) localStorage.setItem(store, JSON.stringify(queries.slice(0, most)))
    else localStorage.removeItem(store)
  } catch {} // No storage, or none left: then nothing is kept.
}

const remember = (query) => query && query.length <= 40 && keep([query, ...recent().filter((one) => one !== query)])

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

function suggest(form) {
  const input = form.querySelector('input[type=search]')
  const list = form.querySelector('[role=listbox]')
  const status = form.querySelector('[role=status]')
  const combobox = new Combobox(input, list, { tabInsertsSuggestions: false })
  let timer
  let asked

  function close() {
    clearTimeout(timer)
    asked?.abort()
    list.hidden = true
    combobox.stop()
    status.textContent = ''
  }

  function optionOf({ href, text, note, query, clear }, index) {
    const pieces = text.map((part) => (part.mark ? element('mark', {}, part.text) : part.text))
    const option = element(href ? 'a' : 'div', href ? { href, tabIndex: -1 } : {}, element('span', {}, ...pieces))
    if (note) option.append(element('small', {}, note))
    if (query) option.dataset.query = query
    if (clear) option.dataset.clear = ''
    option.id = `${list.id}-${index}`
    option.setAttribute('role', 'option')
    return option
  }

  function show(options) {
    list.replaceChildren(...options.map(optionOf))
    list.hidden = options.length === 0
    list.scrollTop = 0
    if (list.hidden) combobox.stop()
    else combobox.start()
    const count = options.filter((option) => !option.clear).length
    status.textContent = count > 0 ? form.dataset.said.replace('{count}', count) : form.dataset.none
  }

  /** What was searched for here lately, on top, while nothing is typed. */
  function own() {
    const lines = recent().slice(0, 5).map((query) => ({ href: `${form.action}?q=${encodeURIComponent(query)}`, text: [{ text: query }], note: form.dataset.recent, query }))
    return { lines, last: lines.length > 0 ? [{ text: [{ text: form.dataset.clear }], clear: true }] : [] }
  }

  async function ask() {
    asked?.abort()
    const { signal } = (asked = new AbortController())
    const typed = input.value.trim()
    try {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal })
      const { options } = await answer.json()
      if (signal.aborted || document.activeElement !== input) return
      const { lines, last } = typed === '' ? own() : { lines: [], last: [] }
      const others = options.filter((option) => !lines.some((line) => line.query === option.query))
      show([...lines, ...others.slice(0, most - lines.length), ...last])
    } catch {
      if (!signal.aborted) close()
    }
  }

  function later() {
    clearTimeout(timer)
    timer = setTimeout(ask, 120)
  }

  // What an input method is still composing is no query yet.
  input.addEventListener('input', (event) => event.isComposing || later())
  input.addEventListener('compositionend', later)
  input.addEventListener('focus', () => input.value === '' && later())
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' && list.hidden) ask()
    else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      close()
    }
  })
  // Pressing on the list must not take the focus from the field, which would close it.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('combobox-commit', ({ target }) => {
    if (target.dataset.query) remember(target.dataset.query)
    if ('clear' in target.dataset) {
      keep([])
      ask()
    }
  })
  form.addEventListener('submit', () => remember(input.value.trim()))
}

document.querySelectorAll('form[data-suggest]').forEach(suggest)
