#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Huiyin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the program with signal 9 over a correction, a penalty and a compensation half typed; all are given back.

Run by the test `gui.drafts` under a display and a session bus of its own: drafts.py PATH/TO/huiyin FOLDER
"""
import json
import os
import signal
import subprocess
import time

from story import FOLDER, PROGRAM, click, every, field, keys, need, paste, press, start, texts, wait

KEPT_WITHIN = 2.6  # seconds: at most two of typing may be lost
TOOL = os.path.join(os.path.dirname(PROGRAM), "huiyinctl")
DESK = FOLDER + "/desk.huiyin"


def killed(process, tab="责任与处罚"):
    """The program ends at once, as with the power gone, and comes up again with the case before it."""
    time.sleep(KEPT_WITHIN)
    process.send_signal(signal.SIGKILL)
    process.wait()
    return looked_at(tab)


def looked_at(tab):
    """The program with the first case of its list before it."""
    process, application = start()
    keys("Return")
    need(application, "page tab", tab)
    return process, application


def compensation():
    """A major complaint under two regulations; what an injury cost is typed and not recorded."""
    os.mkdir(FOLDER + "/before")
    for name in [n for n in os.listdir(FOLDER) if n.startswith("desk.huiyin")]:
        os.rename(FOLDER + "/" + name, FOLDER + "/before/" + name)
    subprocess.run([TOOL, "init", "--file", DESK, "--office", "0571", "--name", "城东分公司", "--regulation", "svc"], check=True)
    subprocess.run([TOOL, "regulation", "use", "svc", "--with", "maj", "--file", DESK], check=True)
    subprocess.run([TOOL, "case", "add", "--file", DESK], check=True, text=True, input=json.dumps(
        {"kind": "Complaint", "channel": "Phone", "complainantName": "张三", "phone": "13800138000",
         "content": "扶梯急停摔伤。", "majorType": ["PersonalInjury"], "severity": "Major"}))
    process, application = looked_at("赔偿")
    try:
        click(need(application, "page tab", "赔偿"))
        click(wait("the item", lambda: next((n for n in every(application, "check box") if n.name == "医疗费"), None)))
        paste(field(application, "医疗费：实际支出"), "1234.56")
        paste(field(application, "医疗费：凭证"), "门诊票据三张")
        process, application = killed(process, "赔偿")
        click(need(application, "page tab", "赔偿"))
        wait("the compensation", lambda: "门诊票据三张" in said(application, "医疗费：凭证"))
        spent = said(application, "医疗费：实际支出")[0].replace(",", "")
        assert spent == "1234.56", f"the compensation lost its sum: {spent}"
        print("compensation after kill -9: ok")
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()


def named(root, name):
    return [n for n in texts(root) if n.name.startswith(name)]


def said(root, name):
    return [n.queryText().getText(0, -1) for n in named(root, name)]


def main():
    subprocess.run([TOOL, "init", "--file", DESK, "--office", "0571", "--name", "城东分公司", "--regulation", "svc"], check=True)
    process, application = start()
    try:
        keys("F2")
        paste(field(application, "姓名", "投诉人"), "张三")
        paste(field(application, "联系电话"), "13800138000")
        paste(field(application, "投诉内容"), "接待员态度生硬，要求道歉。")
        keys("F8")
        need(application, "label", "TS")

        press(need(application, "push button", "更正"))
        paste(field(application, "投诉内容"), "接待员态度生硬，并且推诿。")
        paste(field(application, "更正理由"), "客户补充说明")
        process, application = killed(process)
        wait("the correction", lambda: "接待员态度生硬，并且推诿。" in said(application, "投诉内容"))
        assert said(application, "更正理由") == ["客户补充说明"], "the correction lost its reason"
        print("correction after kill -9: ok")
        keys("F8")
        wait("the correction being kept", lambda: not named(application, "更正理由"))

        click(need(application, "page tab", "责任与处罚"))
        found = wait("the grounds", lambda: next((n for n in every(application, "list") if n.name == "认定的情形"), None))
        ground = found[0]
        click(ground)
        keys("space")
        paste(wait("the party", lambda: next(iter(named(application, "姓名")), None)), "李四")
        process, application = killed(process)
        click(need(application, "page tab", "责任与处罚"))
        wait("the penalty", lambda: "李四" in said(application, "姓名"))
        print("penalty after kill -9: ok")
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()


main()
compensation()
