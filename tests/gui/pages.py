#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Huiyin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the pages as a screen reader does: whatever takes the focus says what it is, a row says its deadline in words.

Run by the test `gui.pages` under a display and a session bus of its own: pages.py PATH/TO/huiyin FOLDER
"""
import os
import subprocess
import time

import pyatspi

from story import FOLDER, PROGRAM, click, every, find, keys, need, start, type_latin, wait

SAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../resources/sample/complaints-2000.csv")
ROWS = 6  # of the sample: a tree of thousands of cells is walked too slowly
SPEAKING = {"push button", "toggle button", "check box", "radio button", "combo box", "text", "entry", "password text",
            "spin button", "list", "table", "tree", "tree table", "page tab list"}


def mute(application):
    """What takes the focus and has no name."""
    def fits(node):
        try:
            states = node.getState()
            return node.getRoleName() in SPEAKING and not node.name.strip() \
                and states.contains(pyatspi.STATE_FOCUSABLE) and states.contains(pyatspi.STATE_SHOWING)
        except Exception:  # a node that went away while the tree was walked
            return False
    return [f"{n.getRoleName()} in {n.parent.name or n.parent.getRoleName()}" for n in pyatspi.findAllDescendants(application, fits)]


def command(initials):
    keys("ctrl+k")
    type_latin(initials)
    keys("Return")
    time.sleep(1.0)


def main():
    desk = FOLDER + "/desk.huiyin"
    tool = os.path.join(os.path.dirname(PROGRAM), "huiyinctl")
    with open(SAMPLE, encoding="utf-8-sig") as sample, open(FOLDER + "/few.csv", "w", encoding="utf-8") as few:
        few.writelines(line for line, _ in zip(sample, range(ROWS + 1)))
    subprocess.run([tool, "init", "--file", desk, "--office", "0571", "--name", "城东分公司", "--regulation", "tob"], check=True)
    subprocess.run([tool, "import", "--file", desk, FOLDER + "/few.csv"], check=True, stdout=subprocess.DEVNULL)
    process, application = start()
    try:
        click(need(application, "list item", "全部工单"))
        table = wait("the table of cases", lambda: find(application, "table", "工单"))
        cells = [n.name for n in every(table, "table cell")]
        assert any(word in cell for cell in cells for word in ("超期", "达成", "充裕", "临近", "紧急")), \
            f"no deadline in words: {cells[:16]}"
        print("list read: ok")
        for page, letters in (("新登记", "xdj"), ("搜索", "ss"), ("工作日历", "gzrl"), ("报表", "ydbb"), ("制度", "zd"),
                              ("待办", "db"), ("待审批", "dsp"), ("草稿箱", "cgx"), ("按键一览", "ajyl")):
            command(letters)
            need(application, "page tab", page)
            silent = mute(application)
            assert not silent, f"{page}: without a name: {silent}"
            print(f"{page}: ok")
            keys("ctrl+w")
        keys("ctrl+1", "Return")
        for tab in ("登记表", "处理", "附件", "时间线"):
            click(need(application, "page tab", tab))
            silent = mute(application)
            assert not silent, f"{tab}: without a name: {silent}"
        print("case: ok")
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()


main()
