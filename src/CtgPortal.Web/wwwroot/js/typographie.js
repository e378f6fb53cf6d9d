// French puts a space before « : ; ? ! » and inside guillemets, and no line ever begins with such a sign. Texts come from many hands,
// with ordinary spaces: they are made unbreakable on the screen only. Fields, editors and code keep what was typed.
const LAISSES = 'textarea, input, select, script, style, pre, code, [contenteditable]';
const A_LIER = / (?=[:;?!»%€])|(?<=«) /g;

export function bindSigns(root) {
  const textes = document.createTreeWalker(root.body ?? root, NodeFilter.SHOW_TEXT);
  for (let texte = textes.nextNode(); texte; texte = textes.nextNode()) {
    const lie = texte.data.replace(A_LIER, '\u00A0');
    if (lie !== texte.data && !texte.parentElement.closest(LAISSES)) {
      texte.data = lie;
    }
  }
}
