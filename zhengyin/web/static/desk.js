/* Convenience on staff pages; everything works without it.
   data-key="n" on a link, button or field: that key presses or focuses it, outside of fields.
   A .todo table: arrow keys move the row where the keyboard stands (.here), Enter opens its act.
   data-go-on on a form: what is left of a long act goes on by itself.
   A form is sent once: a second click while the first is under way does nothing.
   data-look-again on a form that opens another window: back from there, the page shows what came of it.
   data-copy="id" on a hidden button: shows it, copies the text of that field, and says so beside it.
   Must hold in Chromium 86. */
(function () {
  "use strict";
  var typing = "input, textarea, select, [contenteditable]";

  function rows() {
    return Array.prototype.filter.call(document.querySelectorAll(".todo tbody tr"), function (row) {
      return row.querySelector(".act a, .act button");
    });
  }

  function move(by) {
    var all = rows();
    var at = all.findIndex(function (row) { return row.classList.contains("here"); });
    var next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
    if (!next) { return; }
    all.forEach(function (row) { row.classList.remove("here"); row.removeAttribute("aria-current"); });
    next.classList.add("here");
    next.setAttribute("aria-current", "true");
    next.querySelector(".act a, .act button").focus();
  }

  function press(key) {
    var found = document.querySelector('[data-key="' + CSS.escape(key) + '"]');
    if (!found) { return false; }
    if (found.matches(typing)) { found.focus(); } else { found.click(); }
    return true;
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.target.matches(typing)) { return; }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (rows().length) { move(event.key === "ArrowDown" ? 1 : -1); event.preventDefault(); }
    } else if (event.key.length === 1 && press(event.key.toLowerCase())) {
      event.preventDefault();
    }
  });

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.dataset.lookAgain !== undefined) { look_again(); }
    if (form.method !== "post" || form.target) { return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
  });

  function look_again() {
    document.addEventListener("visibilitychange", function () {
      if (document.visibilityState === "visible") { location.replace(location.href); }
    });
  }

  function copy(button) {
    var field = document.getElementById(button.dataset.copy);
    var told = button.parentNode.querySelector("[role=status]");
    function by_hand() {
      field.focus();
      field.select();
      told.textContent = document.execCommand("copy")
        ? "已经复制，到微信里长按、粘贴。" : "没有复制成：文字已经选中，请按 Ctrl+C，手机上长按复制。";
      button.focus();
    }
    if (!navigator.clipboard) { by_hand(); return; }
    navigator.clipboard.writeText(field.value).then(function () {
      told.textContent = "已经复制，到微信里长按、粘贴。";
    }, by_hand);
  }

  document.querySelectorAll("[data-copy]").forEach(function (button) { button.hidden = false; });
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    if (button) { copy(button); }
  });

  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) { delete form.dataset.sent; });
    document.querySelectorAll("form[data-go-on]").forEach(function (form) { form.submit(); });
  });
}());
