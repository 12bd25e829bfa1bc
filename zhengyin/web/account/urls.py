"""Addresses of the log-in and the own account."""

from django.urls import path

from zhengyin.web.account import home, log_in, others, reminders, switching

urlpatterns = [
    path("login/", log_in.log_in, name="account-login"),
    path("login/code/", log_in.code, name="account-code"),
    path("login/text-message/", log_in.text_message, name="account-text-message"),
    path("login/password/", log_in.first_password, name="account-first-password"),
    path("logout/", log_in.log_out, name="account-logout"),
    path("switch/", switching.switch, name="account-switch"),
    path("", home.home, name="account-home"),
    path("code-sheet/", home.code_sheet, name="account-code-sheet"),
    path("app/", home.app, name="account-app"),
    path("pin/", home.pin, name="account-pin"),
    path("password/", home.password, name="account-password"),
    path("resets-seen/", home.seen, name="account-resets-seen"),
    path("others/", others.others, name="account-others"),
    path("others/<uuid:account_id>/reset/", others.reset, name="account-reset"),
    path("others/<uuid:account_id>/phone/", others.phone, name="account-phone"),
    path("resets/<uuid:reset_id>/confirmation/", others.confirm, name="account-confirm-reset"),
    path("reminders/", reminders.reminders, name="account-reminders"),
    path("reminders/email/", reminders.email, name="account-email"),
    path("reminders/email/code/", reminders.code, name="account-email-code"),
]
