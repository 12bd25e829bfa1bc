/* Convenience at the counter; everything works without it. Must hold in Chromium 86.
   data-enter on a form: Enter goes on to the next field; choices of one question are one stop, in which the
   arrow keys move. data-in_person, data-by_proxy: who takes it in each way. data-sign: a box to sign in with finger or mouse. */
(function () {
  "use strict";
  var fields = "input:not([type=hidden]), select, textarea, button";

  function ofOneQuestion(one, other) {
    return /^(checkbox|radio)$/.test(one.type) && one.type === other.type && one.name === other.name;
  }

  function shownIn(form) {
    return Array.prototype.filter.call(form.querySelectorAll(fields), function (one) {
      return one.offsetParent !== null && !one.disabled && !one.closest("details:not([open])");
    });
  }

  document.addEventListener("keydown", function (event) {
    var at = event.target, form = at.form;
    if (event.key !== "Enter" || event.isComposing || !form || !form.hasAttribute("data-enter")) { return; }
    if (at.tagName !== "INPUT" && at.tagName !== "SELECT") { return; }
    var shown = shownIn(form), where = shown.indexOf(at) + 1;
    while (shown[where] && ofOneQuestion(at, shown[where])) { where += 1; }
    var next = shown[where];
    if (!next) { return; }
    event.preventDefault();
    (shown.filter(function (one) { return ofOneQuestion(next, one) && one.checked; })[0] || next).focus();
  });

  /* Radios move by themselves, and answer by moving; ticks only move. */
  document.addEventListener("keydown", function (event) {
    var at = event.target, by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!by || at.type !== "checkbox" || !at.form || !at.form.hasAttribute("data-enter")) { return; }
    var next = shownIn(at.form).filter(function (one) { return ofOneQuestion(at, one); });
    next = next[next.indexOf(at) + by];
    if (next) { event.preventDefault(); next.focus(); }
  });

  /* data-after: a form whose question above was changed waits until the question is asked again. */
  Array.prototype.forEach.call(document.querySelectorAll("[data-after]"), function (note) {
    var button = note.closest("form").querySelector("button.btn-primary");
    document.getElementById(note.getAttribute("data-after")).addEventListener("input", function () {
      button.disabled = true;
      note.classList.add("is-care");
      note.textContent = "上面改过了：先按“看能不能开”，再登记。";
    });
  });

  document.addEventListener("change", function (event) {
    var at = event.target, taker = at.name === "how" && at.form && at.form.elements.recipient;
    if (!taker) { return; }
    var known = ["in_person", "by_proxy"].map(function (way) { return taker.getAttribute("data-" + way) || ""; });
    if (taker.value && known.indexOf(taker.value) < 0) { return; }
    taker.value = taker.getAttribute("data-" + at.value) || "";
  });

  Array.prototype.forEach.call(document.querySelectorAll("[data-sign]"), function (box) {
    var canvas = box.querySelector("canvas"), ink = canvas.getContext("2d");
    var kept = document.getElementById(box.getAttribute("data-sign")), drawing = false;

    function clean() {
      ink.fillStyle = "#fff";
      ink.fillRect(0, 0, canvas.width, canvas.height);
      ink.strokeStyle = "#000";
      ink.lineWidth = 4;
      ink.lineCap = ink.lineJoin = "round";
      kept.value = "";
    }

    function place(event) {
      var around = canvas.getBoundingClientRect();
      return [(event.clientX - around.left) * canvas.width / around.width,
              (event.clientY - around.top) * canvas.height / around.height];
    }

    canvas.addEventListener("pointerdown", function (event) {
      var at = place(event);
      drawing = true;
      canvas.setPointerCapture(event.pointerId);
      ink.beginPath();
      ink.moveTo(at[0], at[1]);
      event.preventDefault();
    });
    canvas.addEventListener("pointermove", function (event) {
      if (!drawing) { return; }
      var at = place(event);
      ink.lineTo(at[0], at[1]);
      ink.stroke();
    });
    canvas.addEventListener("pointerup", function () {
      drawing = false;
      kept.value = canvas.toDataURL("image/png");
    });
    box.querySelector("button").addEventListener("click", clean);
    clean();
    box.hidden = false;
  });
}());
