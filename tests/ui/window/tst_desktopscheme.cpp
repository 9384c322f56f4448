// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <window/desktopscheme.h>

#include <QDBusContext>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

/// A portal of either age, on a bus of the test's own.
class Portal : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 0;
    bool old = false; ///< knows only Read

public slots:

    QDBusVariant ReadOne(const QString &, const QString &)
    {
        if (old) {
            sendErrorReply(QDBusError::UnknownMethod, u"no such method"_s);
            return {};
        }
        return QDBusVariant(scheme);
    }

    QDBusVariant Read(const QString &, const QString &)
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }
};

} // namespace

class TestDesktopScheme : public QObject
{
    Q_OBJECT

    QProcess m_daemon;
    QDBusConnection m_theirs{u"none"_s}, m_ours{u"none"_s};
    Portal m_portal;

    void say(const QString &space, const QString &key, uint value)
    {
        auto signal = QDBusMessage::createSignal(u"/org/freedesktop/portal/desktop"_s,
                                                 u"org.freedesktop.portal.Settings"_s,
                                                 u"SettingChanged"_s);
        signal << space << key << QVariant::fromValue(QDBusVariant(value));
        m_theirs.send(signal);
    }

private slots:

    void initTestCase()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY(m_daemon.waitForReadyRead(10000));
        const auto address = QString::fromLatin1(m_daemon.readLine().trimmed());
        m_theirs = QDBusConnection::connectToBus(address, u"theirs"_s);
        m_ours = QDBusConnection::connectToBus(address, u"ours"_s);
        QVERIFY(m_theirs.isConnected() && m_ours.isConnected());
        QVERIFY(m_theirs.registerObject(
            u"/org/freedesktop/portal/desktop"_s, &m_portal, QDBusConnection::ExportAllSlots));
        QVERIFY(m_theirs.registerService(u"org.freedesktop.portal.Desktop"_s));
    }

    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(u"ours"_s);
        QDBusConnection::disconnectFromBus(u"theirs"_s);
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    void thePortalIsAsked_data()
    {
        QTest::addColumn<bool>("old");
        QTest::addColumn<uint>("scheme");
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << false << 1U << true;
        QTest::newRow("light") << false << 2U << false;
        QTest::newRow("no preference") << false << 0U << false;
        QTest::newRow("dark, before version 2") << true << 1U << true;
    }

    void thePortalIsAsked()
    {
        QFETCH(bool, old);
        QFETCH(uint, scheme);
        QFETCH(bool, dark);
        m_portal.old = old;
        m_portal.scheme = scheme;
        DesktopScheme desktop(m_ours);
        desktop.ask();
        QVERIFY(!desktop.dark()); // never waited for
        QTRY_VERIFY(desktop.dark());
        QCOMPARE(*desktop.dark(), dark);
    }

    void laterChangesAreHeard()
    {
        m_portal.old = false;
        m_portal.scheme = 2;
        DesktopScheme desktop(m_ours);
        desktop.ask();
        QTRY_VERIFY(desktop.dark());
        QSignalSpy changed(&desktop, &DesktopScheme::changed);
        say(u"org.freedesktop.appearance"_s, u"accent-color"_s, 1);
        say(u"org.gnome.desktop.interface"_s, u"color-scheme"_s, 1);
        say(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 1);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toBool(), true);
    }

    void withoutABusNothingComesAndNothingWaits()
    {
        DesktopScheme desktop(QDBusConnection(u"none"_s));
        desktop.ask();
        QVERIFY(!desktop.dark());
    }
};

QTEST_GUILESS_MAIN(TestDesktopScheme)
#include "tst_desktopscheme.moc"
