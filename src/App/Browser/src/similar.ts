const pause = 700;

/**
 * `<section data-similar="/address" data-watched="title summary">` in a form: whenever one of the watched fields rests, asks for the list of
 * similar projects and puts it in place of the last one. Its status says in a few words what was found; the list itself is not read aloud.
 * The button in it does the same without scripts.
 */
export function enhance(section: HTMLElement): void {
  const form = section.closest('form');
  const address = section.dataset['similar'];
  const watched = section.dataset['watched']?.split(' ') ?? [];
  if (!form || !address) return;

  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: XMLHttpRequest | undefined;
  let again = false;

  function ask(): void {
    asking?.abort();
    // A request reads the answer as a document by itself: no script in it runs, and nothing here makes elements of text.
    asking = new XMLHttpRequest();
    asking.open('POST', address!);
    asking.responseType = 'document';
    asking.onload = event => {
      const { status, responseXML } = event.target as XMLHttpRequest;
      if (status === 200 && responseXML) take(responseXML);
    };
    asking.send(new URLSearchParams([...new FormData(form!)].filter((field): field is [string, string] => typeof field[1] === 'string' && field[0] !== '_handler')));
  }

  /** What somebody is answering stays under their hands: the list is asked for again when they leave it. */
  function take(answer: Document): void {
    again = section.querySelector('[data-similar-list]')?.contains(document.activeElement) ?? false;
    if (!again) ['[data-similar-status]', '[data-similar-list]'].forEach(part => put(answer, part));
  }

  function put(answer: Document, part: string): void {
    const [present, next] = [section.querySelector(part), answer.querySelector(part)];
    // The status keeps its element, so that it is read aloud; the same words again are not.
    if (present && next && present.textContent !== next.textContent) present.replaceChildren(...[...next.childNodes].map(node => document.importNode(node, true)));
  }

  form.addEventListener('input', event => {
    const field = event.target as HTMLElement & { name?: string };
    if (section.contains(field)) {
      asking?.abort();
      again = true;
    } else if (watched.includes(field.name ?? '')) {
      clearTimeout(timer);
      timer = setTimeout(ask, pause);
    }
  });
  section.addEventListener('focusout', event => {
    if (again && !section.contains(event.relatedTarget as Node | null)) ask();
  });
}
