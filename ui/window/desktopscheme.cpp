// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <window/desktopscheme.h>

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace huiyin {

namespace {

constexpr auto kService = "org.freedesktop.portal.Desktop";
constexpr auto kPath = "/org/freedesktop/portal/desktop";
constexpr auto kInterface = "org.freedesktop.portal.Settings";
constexpr auto kSpace = "org.freedesktop.appearance";
constexpr auto kKey = "color-scheme";
constexpr uint kPrefersDark = 1; ///< 0 no preference, 2 light

QString latin(const char *text) { return QString::fromLatin1(text); }

} // namespace

DesktopScheme::DesktopScheme(QDBusConnection bus, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
{
}

void DesktopScheme::ask()
{
    if (!m_bus.isConnected()) {
        return;
    }
    m_bus.connect(latin(kService),
                  latin(kPath),
                  latin(kInterface),
                  QStringLiteral("SettingChanged"),
                  this,
                  SLOT(settingChanged(QString, QString, QDBusVariant)));
    read(QStringLiteral("ReadOne"));
}

void DesktopScheme::read(const QString &method)
{
    auto call =
        QDBusMessage::createMethodCall(latin(kService), latin(kPath), latin(kInterface), method);
    call.setArguments({latin(kSpace), latin(kKey)});
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, method] {
        answer->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (reply.isValid()) {
            take(reply.value().variant());
        } else if (method == QLatin1String("ReadOne") &&
                   reply.error().type() == QDBusError::UnknownMethod) {
            read(QStringLiteral("Read")); // portals before version 2
        }
    });
}

void DesktopScheme::settingChanged(const QString &space,
                                   const QString &key,
                                   const QDBusVariant &value)
{
    if (space == QLatin1String(kSpace) && key == QLatin1String(kKey)) {
        take(value.variant());
    }
}

void DesktopScheme::take(const QVariant &value)
{
    // Read wraps the value twice.
    const auto plain =
        value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    bool known = false;
    const auto scheme = plain.toUInt(&known);
    if (!known) {
        return;
    }
    const bool dark = scheme == kPrefersDark;
    if (m_dark != dark) {
        m_dark = dark;
        emit changed(dark);
    }
}

} // namespace huiyin
