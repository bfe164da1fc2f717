// Small things only a browser can do. No state of the application lives here.
window.agencyPlatform = {
  viewerZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,

  copy: async text => {
    try { await navigator.clipboard.writeText(text); return true; } catch { return false; }
  },

  // Files go straight to the REST endpoint, never through the circuit.
  upload: async (form, url, token) => {
    try {
      const answer = await fetch(url, { method: "POST", body: new FormData(form), headers: token ? { RequestVerificationToken: token } : {}, credentials: "same-origin" });
      if (answer.ok) { form.reset(); return { status: answer.status, code: null, detail: null }; }
      const problem = await answer.json().catch(() => ({}));
      return { status: answer.status, code: problem.code ?? null, detail: problem.detail ?? problem.title ?? null };
    } catch {
      return { status: 0, code: null, detail: null };
    }
  }
};

// Keyboard: "/" goes to the search box, j and k walk through the list.
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) { return; }
  if (event.target.closest("input, textarea, select, [contenteditable]")) { return; }
  if (event.key === "/") {
    const search = document.querySelector("[data-search] input, input[data-search]");
    if (search) { event.preventDefault(); search.focus(); search.select(); }
    return;
  }
  if (event.key !== "j" && event.key !== "k") { return; }
  const links = [...document.querySelectorAll("[data-rows] a[data-row]")].filter(a => a.offsetParent !== null);
  if (links.length === 0) { return; }
  const at = links.indexOf(document.activeElement);
  const to = event.key === "j" ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0);
  links[to].focus();
});
