"""The WSGI entry that granian serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
# All that is loaded by now stays for good: walking it again in every full collection would hold up
# whoever asks just then by a tenth of a second and more.
get_resolver().url_patterns  # noqa: B018 - loads every view
gc.collect()
gc.freeze()
