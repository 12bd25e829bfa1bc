"""Whom to ask about an item; what was asked and answered; what the database says about it."""

import django.db.models.deletion
import uuid
from django.db import migrations, models

# A question is answered once and stays; nobody who works with the product takes one away.
ENQUIRY = """
CREATE FUNCTION guidance_enquiry_guard() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    goes CONSTANT text[] := ARRAY['state', 'answer', 'answered_by', 'answered_on', 'way'];
BEGIN
    IF TG_OP = 'INSERT' AND NEW.state <> 'enquiry_asked'
        OR TG_OP = 'UPDATE' AND (OLD.state <> 'enquiry_asked' OR NEW.state <> 'enquiry_answered'
            OR to_jsonb(NEW) - goes IS DISTINCT FROM to_jsonb(OLD) - goes) THEN
        RAISE EXCEPTION 'a question is asked, then answered once'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'enquiry_path';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER enquiry_guard BEFORE INSERT OR UPDATE ON guidance_enquiry
    FOR EACH ROW EXECUTE FUNCTION guidance_enquiry_guard();
"""
ENQUIRY_BACK = "DROP TRIGGER enquiry_guard ON guidance_enquiry; DROP FUNCTION guidance_enquiry_guard();"
RIGHTS = "REVOKE DELETE, TRUNCATE ON guidance_enquiry, guidance_contact FROM zhengyin_app;"
RIGHTS_BACK = "GRANT DELETE ON guidance_enquiry, guidance_contact TO zhengyin_app;"


class Migration(migrations.Migration):
    """Two tables and a guard."""

    initial = True

    dependencies = [
        ('regions', '0005_committees_end'),
    ]

    operations = [
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('county_code', models.CharField(max_length=12)),
                ('item_code', models.CharField(max_length=20)),
                ('item_name', models.CharField(max_length=60)),
                ('department_name', models.CharField(max_length=60)),
                ('telephone', models.CharField(max_length=20)),
                ('set_at', models.DateTimeField()),
                ('department', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organization')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('department_name', ''), _negated=True), ('telephone__regex', '^0[0-9]{2,3}-[0-9]{7,8}$')), name='contact_is_an_office_line'), models.UniqueConstraint(fields=('county_code', 'item_code'), name='contact_once_an_item')],
            },
        ),
        migrations.CreateModel(
            name='Enquiry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('county_code', models.CharField(max_length=12)),
                ('committee_name', models.CharField(max_length=60)),
                ('item_code', models.CharField(max_length=20)),
                ('item_name', models.CharField(max_length=60)),
                ('department_name', models.CharField(blank=True, max_length=60)),
                ('state', models.CharField(max_length=20)),
                ('words', models.CharField(max_length=300)),
                ('asked_at', models.DateTimeField()),
                ('answer', models.CharField(blank=True, max_length=800)),
                ('answered_by', models.CharField(blank=True, max_length=30)),
                ('answered_on', models.DateField(null=True)),
                ('way', models.CharField(blank=True, max_length=10)),
                ('committee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organization')),
                ('department', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organization')),
                ('lead', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.organization')),
            ],
            options={
                'indexes': [models.Index(fields=['county_code', 'state', '-asked_at'], name='enquiry_of_county')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['enquiry_asked', 'enquiry_answered']), models.Q(('way', ''), ('way__in', ['desk', 'link', 'entered']), _connector='OR')), name='enquiry_known_words'), models.CheckConstraint(condition=models.Q(models.Q(('words', ''), _negated=True), models.Q(('item_code', ''), _negated=True)), name='enquiry_asks'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_by', ''), ('answered_on', None), ('state', 'enquiry_asked'), ('way', '')), models.Q(('answered_on__isnull', False), ('state', 'enquiry_answered'), models.Q(('answer', ''), _negated=True), models.Q(('answered_by', ''), _negated=True), models.Q(('way', ''), _negated=True)), _connector='OR'), name='enquiry_answer_is_whole')],
            },
        ),
        migrations.RunSQL(ENQUIRY, ENQUIRY_BACK),
        migrations.RunSQL(RIGHTS, RIGHTS_BACK),
    ]
