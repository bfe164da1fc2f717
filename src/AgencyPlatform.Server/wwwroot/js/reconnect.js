// Drives the dialog of ReconnectNotice.razor by the events that Blazor raises on it.
(() => {
  const dialog = document.getElementById("components-reconnect-modal");
  if (!dialog) return;
  const retry = document.getElementById("reconnect-retry");

  const again = async () => {
    try {
      if (await Blazor.reconnect()) { return; }
      if (Blazor.resumeCircuit && await Blazor.resumeCircuit()) { dialog.close(); return; }
      location.reload();
    } catch {
      document.addEventListener("visibilitychange", onVisible);
    }
  };
  const onVisible = () => { if (document.visibilityState === "visible") { again(); } };

  dialog.addEventListener("components-reconnect-state-changed", event => {
    const state = event.detail.state;
    if (state === "show") { dialog.showModal(); }
    if (state === "hide") { dialog.close(); }
    if (state === "failed") { document.addEventListener("visibilitychange", onVisible, { once: true }); }
    if (state === "rejected") { location.reload(); }
  });
  retry.addEventListener("click", again);
})();
