"""Addresses of work plans."""

from django.urls import path

from zhengyin.web.plans import views

ALL = "d/<uuid:organization_id>/plans"
ONE = f"{ALL}/<uuid:plan_id>"

urlpatterns = [
    path(ALL, views.plans, name="work-plans"),
    path(f"{ALL}/new", views.new, name="work-plan-new"),
    path(ONE, views.plan, name="work-plan"),
    path(f"{ONE}/plan.pdf", views.printed, name="work-plan-paper"),
    path(f"{ONE}/tasks", views.add, name="plan-task-add"),
    path(f"{ONE}/tasks/<uuid:task_id>/progress", views.report, name="plan-task-report"),
    path(f"{ONE}/tasks/<uuid:task_id>/dropping", views.drop, name="plan-task-drop"),
]
