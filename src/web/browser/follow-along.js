/*
 * Lets a page follow along while others act: on word that something has changed it reads this very page anew and puts
 * what differs into place. Focus, scroll position and opened details stay as they are, and nothing moves while somebody
 * is filling in a form. Without this script, or without the stream, the page is as whole as at its loading.
 */
(() => {
  const main = document.querySelector('main[data-changes]');
  const notice = document.getElementById('live-notice');
  if (!main || !notice || !window.EventSource) return;

  const CALM = 1500;
  const PATIENCE = [3000, 10000, 30000, 60000];
  let stream = null;
  let failures = 0;
  let timer = 0;
  let reading = false;
  let again = false;

  /** Whether somebody has typed, chosen or picked a file in any form, or is about to. */
  function isBeingFilledIn() {
    const active = document.activeElement;
    if (active && main.contains(active) && active.matches('input:not([type=hidden]), textarea, select')) return true;
    return [...main.querySelectorAll('input, textarea, select')].some((field) => {
      if (field.type === 'hidden' || field.type === 'submit') return false;
      if (field.type === 'file') return field.files.length > 0;
      if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
      if (field.options) return isChosen(field);
      return field.value !== field.defaultValue;
    });
  }

  /** A list that marks no choice of its own begins with its first. */
  function isChosen(select) {
    const options = [...select.options];
    const first = Math.max(
      0,
      options.findIndex((option) => option.defaultSelected),
    );
    return select.selectedIndex !== first;
  }

  function say(text, link) {
    notice.textContent = text;
    if (!link) return;
    const anchor = document.createElement('a');
    anchor.href = location.href;
    anchor.textContent = link;
    notice.append(' ', anchor);
  }

  /** What an element is known by among its siblings, so that a new row does not push all others out of place. */
  function keyOf(node) {
    return node.nodeType === Node.ELEMENT_NODE ? node.id || node.getAttribute('data-key') || '' : '';
  }

  function isAlike(one, other) {
    return one.nodeType === other.nodeType && one.nodeName === other.nodeName && keyOf(one) === keyOf(other);
  }

  /** Makes `old` say what `fresh` says, keeping every node that is still good. */
  function update(old, fresh) {
    if (old.isEqualNode(fresh)) return;
    if (old.nodeType !== Node.ELEMENT_NODE) {
      old.nodeValue = fresh.nodeValue;
      return;
    }
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name) && !isKept(old, name)) old.removeAttribute(name);
    }
    for (const { name, value } of [...fresh.attributes]) {
      if (!isKept(old, name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
    if (old.hasAttribute('data-key')) mark(old);
    updateChildren(old, fresh);
  }

  /** Opened by the reader, or a mark of ours. */
  function isKept(element, name) {
    return (element.nodeName === 'DETAILS' && name === 'open') || name === 'data-fresh';
  }

  function updateChildren(old, fresh) {
    let at = old.firstChild;
    for (const child of [...fresh.childNodes]) {
      let match = at;
      while (match && !isAlike(match, child)) match = match.nextSibling;
      if (!match) {
        old.insertBefore(document.importNode(child, true), at);
        continue;
      }
      // What stands before it is gone from the new page, unless it only stands further down there: then it is moved.
      if (match !== at && keyOf(child)) old.insertBefore(match, at);
      else {
        while (at !== match) {
          const gone = at;
          at = at.nextSibling;
          gone.remove();
        }
        at = match.nextSibling;
      }
      update(match, child);
    }
    while (at) {
      const gone = at;
      at = at.nextSibling;
      gone.remove();
    }
  }

  /** For the eye: what has just changed; the style sheet lets it fade, where motion is welcome. */
  function mark(element) {
    element.setAttribute('data-fresh', '');
    setTimeout(() => element.removeAttribute('data-fresh'), 4000);
  }

  async function refresh() {
    if (reading) {
      again = true;
      return;
    }
    if (isBeingFilledIn()) {
      say(notice.dataset.changed, notice.dataset.show);
      return;
    }
    reading = true;
    try {
      const answer = await fetch(location.href, { cache: 'no-store', headers: { accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.querySelector('main[data-changes]');
      // Signed out, or no longer allowed: the page itself will tell on the next click.
      if (!answer.ok || answer.redirected || !fresh || isBeingFilledIn()) {
        say(notice.dataset.changed, notice.dataset.show);
        return;
      }
      if (main.isEqualNode(fresh)) return;
      const hadText = main.textContent;
      update(main, fresh);
      if (main.textContent !== hadText) say(notice.dataset.updated);
    } catch {
      // The line is cut: the stream notices too, and asks again when it is back.
    } finally {
      reading = false;
      if (again) {
        again = false;
        later();
      }
    }
  }

  /** Changes come in swarms: they are read together, and not by all browsers in the same instant. */
  function later() {
    clearTimeout(timer);
    timer = setTimeout(refresh, failures === 0 && notice.textContent === '' ? Math.random() * 200 : CALM);
  }

  function follow() {
    if (stream || document.hidden) return;
    stream = new EventSource(main.dataset.changes);
    stream.addEventListener('open', () => {
      failures = 0;
    });
    stream.addEventListener('change', later);
    stream.addEventListener('error', () => {
      // With the address as it is now: the page may be newer than the one that opened the stream.
      stop();
      setTimeout(follow, PATIENCE[Math.min(failures, PATIENCE.length - 1)] * (0.75 + Math.random() / 2));
      failures += 1;
    });
  }

  function stop() {
    if (stream) stream.close();
    stream = null;
  }

  // Whoever does not look needs no connection; on coming back the page hears what it has missed.
  document.addEventListener('visibilitychange', () => (document.hidden ? stop() : follow()));
  addEventListener('pagehide', stop);
  addEventListener('pageshow', follow);
  follow();
})();
