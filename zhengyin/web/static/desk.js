/* Convenience for the desks; everything works without it. Chromium 86 at most.
   data-enter: Enter goes to the next field. data-once: a form is sent once. data-key: a key presses it.
   data-row: arrows walk the rows. data-sign: a box to sign in. */
(function () {
  "use strict";
  var typed = "input:not([type=hidden]):not([disabled]), select, textarea, button";

  document.addEventListener("keydown", function (event) {
    var at = event.target;
    if (event.key === "Enter" && at.form && at.form.hasAttribute("data-enter")
        && /^(INPUT|SELECT)$/.test(at.tagName) && at.type !== "submit") {
      var fields = Array.prototype.slice.call(at.form.querySelectorAll(typed)).filter(function (one) {
        return one.offsetParent !== null;
      });
      var next = fields[fields.indexOf(at) + 1];
      if (next) { event.preventDefault(); next.focus(); }
      return;
    }
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName) || event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      var rows = Array.prototype.slice.call(document.querySelectorAll("[data-row]"));
      var here = rows.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
      if (rows[here]) { event.preventDefault(); rows[here].focus(); }
      return;
    }
    var pressed = document.querySelector("[data-key='" + (event.key === "/" ? "/" : event.key.toLowerCase().replace(/[^a-z]/g, "-")) + "']");
    if (pressed) {
      event.preventDefault();
      if (pressed.tagName === "INPUT") { pressed.focus(); } else { pressed.click(); }
    }
  });

  document.addEventListener("submit", function (event) {
    if (!event.target.hasAttribute("data-once")) { return; }
    if (event.target.hasAttribute("data-sent")) { event.preventDefault(); return; }
    event.target.setAttribute("data-sent", "");
  });
  window.addEventListener("pageshow", function () {
    Array.prototype.forEach.call(document.querySelectorAll("[data-sent]"), function (form) {
      form.removeAttribute("data-sent");
    });
  });

  Array.prototype.forEach.call(document.querySelectorAll("[data-sign]"), function (box) {
    var canvas = box.querySelector("canvas"), ink = canvas.getContext("2d"), kept = document.getElementById(box.getAttribute("data-sign"));
    var drawing = false;
    box.hidden = false;
    function clean() {
      ink.fillStyle = "#fff"; ink.fillRect(0, 0, canvas.width, canvas.height);
      ink.strokeStyle = "#000"; ink.lineWidth = 4; ink.lineCap = "round"; ink.lineJoin = "round";
      kept.value = "";
    }
    function place(event) {
      var around = canvas.getBoundingClientRect();
      return [(event.clientX - around.left) * canvas.width / around.width, (event.clientY - around.top) * canvas.height / around.height];
    }
    canvas.addEventListener("pointerdown", function (event) {
      var p = place(event); drawing = true; canvas.setPointerCapture(event.pointerId); ink.beginPath(); ink.moveTo(p[0], p[1]); event.preventDefault();
    });
    canvas.addEventListener("pointermove", function (event) {
      if (!drawing) { return; }
      var p = place(event); ink.lineTo(p[0], p[1]); ink.stroke();
    });
    canvas.addEventListener("pointerup", function () { drawing = false; kept.value = canvas.toDataURL("image/png"); });
    box.querySelector("button").addEventListener("click", clean);
    clean();
  });
}());
