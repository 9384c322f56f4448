// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/robot.h>

#include <QApplication>
#include <QInputMethodEvent>
#include <QtTest/QTest>

namespace huiyin::support {

Robot::Robot(QWidget &window)
    : m_window(window)
{
    m_window.show();
    m_window.activateWindow();
    QApplication::setActiveWindow(&m_window);
    QApplication::processEvents();
}

QWidget *Robot::target() const
{
    QWidget *widget = m_window.focusWidget();
    return widget ? widget : &m_window;
}

void Robot::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(target(), key, modifiers);
}

void Robot::latin(const QString &text)
{
    for (const QChar sign : text) {
        QTest::keyClick(target(), sign.toLatin1());
    }
}

void Robot::commit(const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(target(), &event);
}

void Robot::compose(const QString &text)
{
    QInputMethodEvent event(text, {});
    QApplication::sendEvent(target(), &event);
}

QString Robot::focused() const { return target()->objectName(); }

FormBench::FormBench()
    : library(Library::load().value())
    , now(std::make_shared<Instant>(Instant::parseLocal(u"2026-02-11 10:31").value()))
    , house{UiGround{library,
                     library->calendar,
                     OfficeHours{},
                     [moment = now] { return *moment; },
                     Language::Chinese,
                     QStringLiteral("wang"),
                     QStringLiteral("王姐")},
            library->regulations.value(QStringLiteral("tob")),
            QStringLiteral("总店客服部"),
            nullptr,
            nullptr,
            [](int n) { return QByteArray(n, 'x'); },
            {},
            {},
            {}}
{
}

const Sheet &FormBench::sheet(const QString &id) const { return library->sheets.find(id).value(); }

} // namespace huiyin::support
