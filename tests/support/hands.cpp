// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/hands.h>
#include <support/windowbench.h>

#include <QApplication>
#include <QInputMethodEvent>
#include <QTest>
#include <QWindow>

namespace huiyin::support {

Hands::Hands(WindowBench &bench)
    : m_bench(bench)
{
    m_bench.window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_bench.window.get())) {
        qFatal("the window does not become active");
    }
    settle();
}

void Hands::press(Qt::Key key, Qt::KeyboardModifiers modifiers, int times)
{
    for (int i = 0; i < times; ++i) {
        ++m_keys;
        auto *window = QGuiApplication::focusWindow();
        QTest::keyClick(window ? window : m_bench.window->windowHandle(), key, modifiers);
        settle();
    }
}

void Hands::type(const QString &signs)
{
    for (const auto sign : signs) {
        ++m_keys;
        QTest::keyClick(QGuiApplication::focusWindow(), sign.toLatin1());
    }
    settle();
}

void Hands::write(const QString &words)
{
    QInputMethodEvent event;
    event.setCommitString(words);
    if (auto *target = QApplication::focusWidget()) {
        QApplication::sendEvent(target, &event);
    }
    settle();
}

QString Hands::at()
{
    const auto *widget = QApplication::focusWidget();
    return widget ? widget->objectName() : QString();
}

void Hands::settle() const
{
    for (int turn = 0; turn < 3; ++turn) {
        QCoreApplication::processEvents();
    }
}

} // namespace huiyin::support
