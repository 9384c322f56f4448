#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Huiyin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Works one complaint from outside, as a clerk and a screen reader do: real keys, names of the accessibility tree.

Run by the test `gui` under a display and a session bus of its own: story.py PATH/TO/huiyin FOLDER
"""
import os
import signal
import subprocess
import sys
import time

import pyatspi

PROGRAM, FOLDER = sys.argv[1], sys.argv[2]


def wait(what, ask, seconds=20):
    end = time.time() + seconds
    while time.time() < end:
        answer = ask()
        if answer:
            return answer
        time.sleep(0.1)
    raise SystemExit(f"story: {what} did not come within {seconds} s")


def keys(*names):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)
    time.sleep(0.25)


def type_latin(text):
    subprocess.run(["xdotool", "type", "--delay", "25", text], check=True)
    time.sleep(0.2)


def start():
    environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb",
                       XDG_DATA_HOME=FOLDER + "/data", XDG_CONFIG_HOME=FOLDER + "/config", XDG_STATE_HOME=FOLDER + "/state")
    process = subprocess.Popen([PROGRAM, "--file", FOLDER + "/desk.huiyin", "--lang", "zh_CN"], env=environment)
    application = wait("the program", lambda: next(
        (a for a in pyatspi.Registry.getDesktop(0) if a is not None and a.get_process_id() == process.pid), None))
    wait("the window", lambda: find(application, "menu bar"))
    time.sleep(1.0)
    subprocess.run("xdotool search --onlyvisible --pid %d windowfocus" % process.pid, shell=True, check=False,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return process, application


def every(root, role, name=None):
    def fits(node):
        try:
            return node.getRoleName() == role and (name is None or name in node.name) \
                and node.getState().contains(pyatspi.STATE_SHOWING)
        except Exception:  # a node that went away while the tree was walked
            return False
    try:
        return pyatspi.findAllDescendants(root, fits)
    except TypeError:  # a node went away while its children were listed
        return []


def find(root, role, name=None):
    found = every(root, role, name)
    return found[0] if found else None


def need(root, role, name):
    return wait(f"{role} “{name}”", lambda: find(root, role, name))


def press(node):
    action = node.queryAction()
    names = [action.getName(i) for i in range(action.nActions)]
    action.doAction(names.index("Press"))
    time.sleep(0.4)


def click(node):
    box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    subprocess.run(["xdotool", "mousemove", str(box.x + min(box.width // 2, 60)), str(box.y + box.height // 2), "click", "1"], check=True)
    time.sleep(0.25)


def paste(node, text):
    """The key path of a pasted text; the first paste after a popup may be lost, so it is read back."""
    for _ in range(4):
        click(node)
        clip = subprocess.Popen(["xclip", "-selection", "clipboard", "-quiet"], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
        clip.stdin.write(text.encode())
        clip.stdin.close()
        time.sleep(0.2)
        keys("ctrl+a")
        keys("ctrl+v")
        clip.kill()
        clip.wait()
        if node.queryText().getText(0, -1) == text:
            return
    raise SystemExit(f"story: “{text}” could not be pasted into “{node.name}”")


def texts(root):
    return [n for n in every(root, "text") + every(root, "entry")]


def field(root, *labels):
    def look():
        for node in texts(root):
            if any(label == node.name.strip("* ") or label in node.name for label in labels) \
                    and node.getState().contains(pyatspi.STATE_EDITABLE):
                return node
        return None
    return wait("the cell " + "/".join(labels), look)


def choose(application, group, choice):
    """Presses a choice of an option cell, found by the names a screen reader says."""
    def look():
        for cell in every(application, "panel", group) + every(application, "grouping", group):
            for one in cell:
                if one.name == choice and one.getRoleName() in ("radio button", "check box"):
                    return one
        return None
    one = wait(f"the choice {choice} of {group}", look)
    press(one)
    wait(f"{choice} being chosen", lambda: one.getState().contains(pyatspi.STATE_CHECKED), 5)


def stage(application, word):
    wait("the stage " + word, lambda: next((n for n in every(application, "label") if word in n.name), None))


def step(application, name, cells, choices=()):
    """Takes a step of the case through its button or the list of steps, and its form."""
    def exactly(role):
        return next((n for n in every(application, role, name) if n.name == name), None)

    button = exactly("push button")
    if button:
        press(button)
    else:
        click(need(application, "page tab", "处理"))
        click(wait("the step " + name, lambda: exactly("list item")))
    for group, choice in choices:
        choose(application, group, choice)
    for labels, text in cells:
        paste(field(application, *labels), text)
    keys("F8")
    time.sleep(0.6)


def save_pdf(application, path):
    """Stores what the preview shows and gives its text."""
    press(wait("the button of the PDF", lambda: find(application, "push button", "存为 PDF") or find(application, "push button", "PDF")))
    dialog = wait("the file dialog", lambda: find(application, "dialog") or find(application, "file chooser"))
    line = wait("the file name", lambda: next((n for n in texts(dialog) if n.getState().contains(pyatspi.STATE_EDITABLE)), None))
    paste(line, path)
    keys("Return")
    wait("the PDF", lambda: os.path.exists(path) and os.path.getsize(path) > 5000)
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout.decode()


def main():
    process, application = start()
    try:
        # a killed program gives the text back
        keys("F2")
        paste(field(application, "姓名", "投诉人"), "张三")
        time.sleep(2.6)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process, application = start()
        press(need(application, "push button", "全部恢复"))
        name = field(application, "姓名", "投诉人")
        assert name.queryText().getText(0, -1) == "张三", "the draft lost its name"
        print("draft after kill -9: ok")

        paste(field(application, "联系电话"), "13800138000")
        paste(field(application, "投诉内容"), "送货员态度生硬，要求道歉。")
        keys("F8")
        number = wait("the number", lambda: next((n.name for n in every(application, "label") if n.name.startswith("TS")), None))
        print("registered:", number)

        keys("F12")
        paste(field(application, "责任部门", "承办部门", "转办部门"), "配送部")
        paste(field(application, "处理意见", "拟办意见"), "请核实后答复")
        keys("F8")
        wait("the stage 已转办", lambda: next((n for n in every(application, "label") if "已转办" in n.name), None))
        print("transferred: ok")

        press(need(application, "push button", "为什么"))
        need(application, "label", "第 3 天")
        print("deadline explained: ok")
        told = time.strftime("%Y-%m-%d %H:%M", time.gmtime(time.time() + 8 * 3600))
        step(application, "延期", [(("告知客户时间",), told), (("理由",), "客户外出，需等样品送检结果。")],
             [("客户对延期的意见", "同意")])
        need(application, "label", "第 7 天")
        print("extended with approval: ok")

        keys("ctrl+p")
        said = save_pdf(application, FOLDER + "/form.pdf")
        assert "张三" in said and number in said, "the paper does not say who and which"
        print("printed: ok")
        keys("ctrl+w")

        step(application, "填处理结果", [(("处理结果",), "情况属实，已批评教育。")])
        stage(application, "待答复")
        step(application, "答复", [(("答复结果",), "已当面致歉，客户接受。")], [("答复方式", "电话")])
        stage(application, "已答复")
        step(application, "回访", [], [("满意度", "满意")])
        step(application, "办结", [])
        stage(application, "办结")
        print("answered, visited, closed: ok")

        press(need(application, "push button", "月度报表"))
        said = save_pdf(application, FOLDER + "/month.pdf")
        assert "投诉" in said and "合计" in said, "the month does not add up"
        print("month printed: ok")
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()
