#!/usr/bin/env python3
"""A session with the official Python SDK (label-studio-sdk) against a running server.

    python tests/sdk/session.py --url http://127.0.0.1:8080 --token TOKEN [--files DIR]

Walks the calls of the community server, checks what comes back, and ends with "N passed, N failed". It makes projects
and users of its own and removes them. DIR is a folder below the server's document root for local files; without it the
storages of local files are left out.
"""

import argparse
import asyncio
import json
import sys
import threading
import time
import traceback
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from label_studio_sdk import AsyncLabelStudio, LabelStudio
from label_studio_sdk.core.api_error import ApiError

CONFIG = """<View>
  <Text name="text" value="$text"/>
  <Choices name="sentiment" toName="text"><Choice value="Positive"/><Choice value="Negative"/></Choices>
</View>"""

STEPS = []


def step(function):
    """Registers a part of the session; parts run in the order of the file and stand for themselves."""
    STEPS.append(function)
    return function


def choice(value):
    """A result that chooses one value."""
    return [{"from_name": "sentiment", "to_name": "text", "type": "choices", "value": {"choices": [value]}}]


def equal(actual, expected, what):
    if actual != expected:
        raise AssertionError(f"{what}: expected {expected!r}, got {actual!r}")


def refused(status, call, *args, **named):
    """The call must be answered with this status."""
    try:
        call(*args, **named)
    except ApiError as error:
        equal(error.status_code, status, f"status of {getattr(call, '__name__', call)}")
        return error.body
    raise AssertionError(f"{getattr(call, '__name__', call)} was expected to answer {status}")


class Model(BaseHTTPRequestHandler):
    """A machine-learning back end that finds everything positive."""

    def log_message(self, *_):
        pass

    def answer(self, body):
        data = json.dumps(body).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        self.answer({"versions": ["one"]} if self.path.startswith("/versions") else {"status": "UP", "model_class": "Positive"})

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or "{}")
        if self.path.startswith("/predict"):
            self.answer({"results": [{"result": choice("Positive"), "score": 0.9} for _ in body["tasks"]], "model_version": "one"})
        else:
            self.answer({"model_version": "one", "status": "ok"})


class Session:
    """What the parts of the session share."""

    def __init__(self, url, token, files):
        self.url, self.token, self.files = url, token, files
        self.client = LabelStudio(base_url=url, api_key=token)
        self.created = []

    def project(self, **settings):
        """A new project, removed at the end."""
        created = self.client.projects.create(**{"title": f"SDK {uuid.uuid4().hex[:8]}", "label_config": CONFIG, **settings})
        self.created.append(created.id)
        return created

    def task(self, project, text="fine"):
        return self.client.tasks.create(project=project.id, data={"text": text})

    def close(self):
        for project in self.created:
            try:
                self.client.projects.delete(id=project)
            except ApiError as error:
                if error.status_code != 404:
                    raise


@step
def versions(session):
    version = session.client.versions.get()
    equal(version.edition, "Community", "edition")


@step
def users(session):
    client = session.client
    me = client.users.whoami()
    equal(client.users.get(id=me.id).email, me.email, "e-mail of the own account")
    if me.id not in [user.id for user in client.users.list()]:
        raise AssertionError("the own account is not in the list")
    equal(client.users.get_token().token, session.token, "own token")
    name = me.first_name
    equal(client.users.update(id=me.id, first_name="Sdk").first_name, "Sdk", "changed name")
    client.users.update(id=me.id, first_name=name)
    email = f"{uuid.uuid4().hex[:8]}@example.com"
    created = client.users.create(email=email, username=email.split("@")[0], first_name="New", last_name="Person")
    equal(created.email, email, "e-mail of the new account")
    client.users.delete(id=created.id)
    refused(404, client.users.get, id=created.id)


@step
def hotkeys(session):
    users = session.client.users
    before = users.get_hotkeys().custom_hotkeys
    users.update_hotkeys(custom_hotkeys={"annotation:submit": {"key": "ctrl+enter", "active": True}})
    equal(users.get_hotkeys().custom_hotkeys["annotation:submit"]["key"], "ctrl+enter", "stored key")
    users.update_hotkeys(custom_hotkeys=before or {})


@step
def organizations(session):
    client = session.client
    me = client.users.whoami()
    own = client.organizations.list()
    equal([item.id for item in own if item.id == me.active_organization], [me.active_organization], "own organization")
    client.organizations.get(id=me.active_organization)
    members = client.organizations.members.list(id=me.active_organization)
    if me.id not in [member.user.id for member in members.results]:
        raise AssertionError("the own account is no member")
    equal(client.organizations.members.get(id=me.active_organization, user_pk=me.id).user, me.id, "membership")
    before = client.organizations.invites.get_invite_link().invite_url
    if client.organizations.reset_token().invite_url == before:
        raise AssertionError("the invitation link did not change")


@step
def tokens(session):
    client = session.client
    known = {token.token for token in client.tokens.list()}
    created = client.tokens.create()
    access = client.tokens.refresh(refresh=created.token).access
    if not access:
        raise AssertionError("no access token")
    equal(LabelStudio(base_url=session.url, api_key=created.token).users.whoami().id, client.users.whoami().id, "account of a personal token")
    # The SDK wants a body where the API answers 204 without one.
    refused(204, client.tokens.blacklist, refresh=created.token)
    equal({token.token for token in client.tokens.list()}, known, "tokens after revoking")
    settings = client.jwt_settings.get()
    client.jwt_settings.update(api_token_ttl_days=30, api_tokens_enabled=settings.api_tokens_enabled, legacy_api_tokens_enabled=settings.legacy_api_tokens_enabled)
    policy = client.session_policy.get()
    client.session_policy.update(max_session_age=policy.max_session_age, max_time_between_activity=policy.max_time_between_activity)


@step
def projects(session):
    client = session.client
    project = session.project(description="From a script", maximum_annotations=2)
    equal(client.projects.get(id=project.id).maximum_annotations, 2, "annotations wanted")
    updated = client.projects.update(id=project.id, title="Renamed", show_instruction=True, expert_instruction="Read first")
    equal((updated.title, updated.show_instruction), ("Renamed", True), "changed settings")
    found = list(client.projects.list(ids=str(project.id)))
    equal([item.title for item in found], ["Renamed"], "listed project")
    equal([item.id for item in client.projects.list_counts(ids=str(project.id)).results], [project.id], "listed counters")
    equal(client.projects.get(id=project.id).get_label_interface().get_control("sentiment").labels, ["Positive", "Negative"], "labels of the config")
    client.projects.validate_label_config(id=project.id, label_config=CONFIG)
    refused(400, client.projects.validate_label_config, id=project.id, label_config="<View><Choices name='a' toName='b'/></View>")
    refused(400, client.projects.create, title="x" * 51, label_config=CONFIG)
    client.projects.delete(id=project.id)
    refused(404, client.projects.get, id=project.id)


@step
def importing(session):
    client = session.client
    project = session.project()
    answer = client.projects.import_tasks(
        id=project.id,
        request=[{"text": "one"}, {"data": {"text": "two"}, "annotations": [{"result": choice("Negative")}]}, {"text": "three"}],
        return_task_ids=True,
    )
    equal((answer.task_count, answer.annotation_count, len(answer.task_ids)), (3, 1, 3), "what was imported")
    answer = client.projects.import_tasks(id=project.id, request=[{"text": "four", "sentiment": "Positive"}], preannotated_from_fields=["sentiment"])
    equal((answer.task_count, answer.prediction_count), (1, 1), "tasks with predictions from fields")
    created = client.projects.import_predictions(id=project.id, request=[{"task": task.id, "result": choice("Positive"), "score": 0.5} for task in client.tasks.list(project=project.id)])
    equal(created.created, 4, "imported predictions")
    equal([user.id for user in client.projects.list_unique_annotators(id=project.id)], [client.users.whoami().id], "annotators")
    refused(400, client.projects.import_tasks, id=project.id, request=[{"wrong": "field"}])
    client.tasks.delete_all_tasks(id=project.id)
    equal(len(list(client.tasks.list(project=project.id))), 0, "tasks left")


@step
def tasks(session):
    client = session.client
    project = session.project()
    task = session.task(project)
    equal(client.tasks.get(id=task.id).data, {"text": "fine"}, "data of the task")
    client.tasks.update(id=task.id, data={"text": "better"}, project=project.id)
    equal(client.tasks.get(id=task.id).data, {"text": "better"}, "changed data")
    for number in range(5):
        session.task(project, f"number {number}")
    equal(len(list(client.tasks.list(project=project.id, page_size=2))), 6, "tasks over several pages")
    query = json.dumps({"filters": {"conjunction": "and", "items": [{"filter": "filter:tasks:data.text", "operator": "contains", "type": "String", "value": "number"}]}})
    equal(len(list(client.tasks.list(project=project.id, query=query, fields="all"))), 5, "filtered tasks")
    client.tasks.delete(id=task.id)
    refused(404, client.tasks.get, id=task.id)


@step
def annotations(session):
    client = session.client
    task = session.task(session.project())
    created = client.annotations.create(id=task.id, result=choice("Positive"), lead_time=2.5)
    equal(created.lead_time, 2.5, "seconds spent")
    updated = client.annotations.update(id=created.id, result=choice("Negative"), ground_truth=True)
    equal((updated.result[0]["value"]["choices"], updated.ground_truth), (["Negative"], True), "changed annotation")
    equal([item.id for item in client.annotations.list(id=task.id)], [created.id], "annotations of the task")
    equal(client.annotations.get(id=created.id).result, updated.result, "stored result")
    equal(client.tasks.get(id=task.id).total_annotations, 1, "counter of the task")
    client.annotations.delete(id=created.id)
    refused(404, client.annotations.get, id=created.id)


@step
def predictions(session):
    client = session.client
    project = session.project()
    task = session.task(project)
    created = client.predictions.create(task=task.id, result=choice("Positive"), score=0.7, model_version="one")
    equal(client.predictions.get(id=created.id).score, 0.7, "score")
    equal(client.predictions.update(id=created.id, score=0.8).score, 0.8, "changed score")
    equal([item.id for item in client.predictions.list(task=task.id)], [created.id], "predictions of the task")
    equal([item.id for item in client.predictions.list(project=project.id)], [created.id], "predictions of the project")
    client.predictions.delete(id=created.id)
    refused(404, client.predictions.get, id=created.id)


@step
def views_and_actions(session):
    client = session.client
    project = session.project()
    doomed, kept = session.task(project, "doomed"), session.task(project, "kept")
    view = client.views.create(project=project.id, data={"title": "First", "filters": {"conjunction": "and", "items": []}})
    second = client.views.create(project=project.id, data={"title": "Second"})
    equal(client.views.get(id=view.id).data["title"], "First", "title of the tab")
    equal(client.views.update(id=view.id, project=project.id, data={"title": "Renamed"}).data["title"], "Renamed", "changed title")
    client.views.update_order(project=project.id, ids=[second.id, view.id])
    equal([item.id for item in client.views.list(project=project.id)], [second.id, view.id], "order of the tabs")
    client.views.delete(id=second.id)
    client.actions.list(project=project.id)
    client.actions.create(id="delete_tasks", project=project.id, selected_items={"all": False, "included": [doomed.id]})
    equal([item.id for item in client.tasks.list(project=project.id)], [kept.id], "tasks after the action")
    client.views.delete_all(project=project.id)
    equal(client.views.list(project=project.id), [], "tabs left")


@step
def files(session):
    client = session.client
    project = session.project()
    answer = session.client._client_wrapper.httpx_client.httpx_client.post(
        f"{session.url}/api/projects/{project.id}/import", params={"commit_to_project": "false"},
        headers={"Authorization": f"Token {session.token}"}, files={"file": ("rows.csv", "text\nfrom a file\n", "text/csv")},
    )
    equal(answer.status_code, 201, "status of the upload")
    [upload] = answer.json()["file_upload_ids"]
    stored = client.files.get(id=upload)
    if upload not in [item.id for item in client.files.list(id=project.id, all_=True)]:
        raise AssertionError("the upload is not in the list")
    client.files.download(filename=stored.file.removeprefix("upload/"))
    client.files.delete(id=upload)
    refused(404, client.files.get, id=upload)
    client.files.delete_many(id=project.id)


@step
def exports(session):
    client = session.client
    project = session.project()
    task = session.task(project)
    client.annotations.create(id=task.id, result=choice("Positive"))
    if "JSON" not in [item["name"] for item in client.projects.exports.list_formats(id=project.id)]:
        raise AssertionError("JSON is not among the formats")
    exported = json.loads(b"".join(client.projects.exports.download_sync(id=project.id, export_type="JSON")))
    equal([item["data"] for item in exported], [{"text": "fine"}], "exported tasks")
    table = b"".join(client.projects.exports.download_sync(id=project.id, export_type="CSV")).decode()
    if "Positive" not in table:
        raise AssertionError("the answer is not in the table")


@step
def export_snapshots(session):
    client = session.client
    project = session.project()
    client.annotations.create(id=session.task(project).id, result=choice("Positive"))
    try:
        client.projects.exports.list(id=project.id)
    except ApiError as error:
        if error.status_code != 404:
            raise
        print("        this server has no export snapshots")
        return
    snapshot = client.projects.exports.create(id=project.id, title="Snapshot")
    deadline = time.monotonic() + 60
    while client.projects.exports.get(id=project.id, export_pk=snapshot.id).status not in ("completed", "failed"):
        if time.monotonic() > deadline:
            raise AssertionError("the snapshot did not end")
        time.sleep(0.2)
    equal([item.id for item in client.projects.exports.list(id=project.id)], [snapshot.id], "snapshots")
    exported = json.loads(b"".join(client.projects.exports.download(id=project.id, export_pk=snapshot.id)))
    equal(len(exported), 1, "tasks of the snapshot")
    equal(len(client.projects.exports.as_json(project.id)), 1, "tasks of the convenience call")
    client.projects.exports.delete(id=project.id, export_pk=snapshot.id)


@step
def webhooks(session):
    client = session.client
    project = session.project()
    created = client.webhooks.create(url="https://example.com/hook", project=project.id, actions=["ANNOTATION_CREATED"], send_for_all_actions=False)
    equal(client.webhooks.get(id=created.id).actions, ["ANNOTATION_CREATED"], "actions")
    equal(client.webhooks.update(id=created.id, url="https://example.com/other", is_active=False).is_active, False, "switched off")
    equal([item.id for item in client.webhooks.list(project=str(project.id))], [created.id], "webhooks of the project")
    client.webhooks.info()
    client.webhooks.delete(id=created.id)
    refused(404, client.webhooks.get, id=created.id)


@step
def machine_learning(session):
    client = session.client
    project = session.project()
    task = session.task(project)
    model = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    threading.Thread(target=model.serve_forever, daemon=True).start()
    try:
        backend = client.ml.create(url=f"http://127.0.0.1:{model.server_port}", project=project.id, title="Positive", is_interactive=True)
        equal(client.ml.get(id=backend.id).title, "Positive", "title of the back end")
        equal([item.id for item in client.ml.list(project=project.id)], [backend.id], "back ends")
        equal(client.ml.update(id=backend.id, url=backend.url, project=project.id, title="Renamed").title, "Renamed", "changed title")
        equal(client.ml.list_model_versions(id=backend.id).versions, ["one"], "versions")
        client.ml.predict_interactive(id=backend.id, task=task.id)
        client.ml.train(id=backend.id)
        client.ml.delete(id=backend.id)
        refused(404, client.ml.get, id=backend.id)
    finally:
        model.shutdown()


@step
def storages(session):
    client = session.client
    project = session.project()
    names = {item.name for item in client.import_storage.list_types()}
    if "s3" not in names or names != {item.name for item in client.export_storage.list_types()}:
        raise AssertionError(f"kinds of storage: {names}")
    equal(client.import_storage.s3.list(project=project.id), [], "S3 storages")
    equal(client.export_storage.s3.list(project=project.id), [], "S3 export storages")
    refused(400, client.import_storage.s3.create, title="Without a project")
    storage = client.import_storage.s3.create(project=project.id, title="Without a bucket")
    equal(client.import_storage.s3.update(id=storage.id, project=project.id, title="Renamed").title, "Renamed", "changed title")
    equal(client.import_storage.s3.get(id=storage.id).title, "Renamed", "stored title")
    client.import_storage.s3.delete(id=storage.id)
    refused(404, client.import_storage.s3.get, id=999_999_999)


@step
def local_files(session):
    if session.files is None:
        return
    client = session.client
    project = session.project()
    folder = session.files / uuid.uuid4().hex[:8]
    target = folder / "out"
    target.mkdir(parents=True)
    (folder / "task.json").write_text(json.dumps({"text": "from a folder"}))
    client.import_storage.local.validate(project=project.id, path=str(folder))
    storage = client.import_storage.local.create(project=project.id, path=str(folder), title="Folder", regex_filter=".*json", use_blob_urls=False)
    client.import_storage.local.update(id=storage.id, project=project.id, path=str(folder), title="Renamed")
    client.import_storage.local.sync(id=storage.id)
    wait(lambda: client.import_storage.local.get(id=storage.id).status == "completed", "the import storage")
    [task] = client.tasks.list(project=project.id)
    equal(task.data, {"text": "from a folder"}, "task from the folder")
    export = client.export_storage.local.create(project=project.id, path=str(target), title="Out")
    client.annotations.create(id=task.id, result=choice("Positive"))
    client.export_storage.local.sync(id=export.id)
    wait(lambda: any(target.iterdir()), "the export storage")
    equal([item.id for item in client.import_storage.local.list(project=project.id)], [storage.id], "import storages")
    equal([item.id for item in client.export_storage.local.list(project=project.id)], [export.id], "export storages")
    client.import_storage.local.delete(id=storage.id)
    client.export_storage.local.delete(id=export.id)


@step
def asynchronous_client(session):
    async def walk():
        client = AsyncLabelStudio(base_url=session.url, api_key=session.token)
        project = await client.projects.create(title="SDK asynchronous", label_config=CONFIG)
        session.created.append(project.id)
        await client.projects.import_tasks(id=project.id, request=[{"text": "one"}, {"text": "two"}])
        equal(len([task async for task in await client.tasks.list(project=project.id)]), 2, "tasks")
        await client.projects.delete(id=project.id)

    asyncio.run(walk())


@step
def older_client(session):
    from label_studio_sdk._legacy import Client

    client = Client(url=session.url, api_key=session.token)
    equal(client.check_connection()["status"], "UP", "health")
    project = client.start_project(title="SDK older client", label_config=CONFIG)
    session.created.append(project.id)
    ids = project.import_tasks([{"text": "one"}, {"text": "two"}])
    equal(len(ids), 2, "imported tasks")
    annotation = project.create_annotation(ids[0], result=choice("Positive"))
    project.update_annotation(annotation["id"], result=choice("Negative"))
    project.create_prediction(ids[1], result=choice("Positive"), score=0.5, model_version="one")
    equal(len(project.get_labeled_tasks()), 1, "labeled tasks")
    equal(len(project.get_unlabeled_tasks()), 1, "unlabeled tasks")
    equal(sorted(task["id"] for task in project.get_tasks()), sorted(ids), "tasks")
    equal(len(project.export_tasks()), 1, "exported tasks")
    equal(client.get_project(project.id).title, "SDK older client", "title")
    equal(sorted(project.get_tasks_ids()), sorted(ids), "ids of the tasks")
    equal(project.get_labeled_tasks_ids(), [ids[0]], "ids of the labeled tasks")
    equal(project.get_paginated_tasks(page=1, page_size=1)["total"], 2, "tasks over pages")
    project.update_task(ids[1], data={"text": "three"})
    equal(project.get_task(ids[1])["data"], {"text": "three"}, "changed data")
    project.create_predictions([{"task": ids[1], "result": choice("Negative"), "score": 0.4, "model_version": "two"}])
    project.set_params(title="SDK older client, renamed")
    equal(project.get_params()["title"], "SDK older client, renamed", "changed title")
    project.create_view(title="Labeled", filters={"conjunction": "and", "items": []})
    equal([view["data"]["title"] for view in project.get_views()], ["Labeled"], "tabs")
    if session.client.users.whoami().email not in [user.email for user in client.get_users()]:
        raise AssertionError("the own account is not in the list")
    if project.id not in [item.id for item in client.list_projects()]:
        raise AssertionError("the project is not in the list")
    project.delete_task(ids[0])
    client.delete_project(project.id)


def wait(done, what):
    deadline = time.monotonic() + 60
    while not done():
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not finish")
        time.sleep(0.2)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--url", required=True)
    arguments.add_argument("--token", required=True)
    arguments.add_argument("--files", type=Path, help="folder below the server's document root")
    arguments.add_argument("--only", action="append", help="name of a part, may be repeated")
    given = arguments.parse_args()
    session = Session(given.url.rstrip("/"), given.token, given.files)
    passed = failed = 0
    try:
        for part in STEPS:
            if given.only and part.__name__ not in given.only:
                continue
            try:
                part(session)
                passed += 1
                print(f"passed  {part.__name__}")
            except Exception:  # every part is to be seen
                failed += 1
                print(f"FAILED  {part.__name__}")
                traceback.print_exc(limit=-2, file=sys.stdout)
    finally:
        session.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
