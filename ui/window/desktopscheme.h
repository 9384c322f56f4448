// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

#include <optional>

class QDBusPendingCallWatcher;

namespace huiyin {

/// Whether the desktop is dark, as the settings portal says it (Qt 6.4 does not ask). Asking never
/// waits: the answer and later changes come by changed().
class DesktopScheme : public QObject
{
    Q_OBJECT

public:
    explicit DesktopScheme(QDBusConnection bus, QObject *parent = nullptr);

    /// Asks the portal and listens from now on. Without a bus or a portal nothing ever comes.
    void ask();

    /// Nothing as long as the portal has not said anything.
    [[nodiscard]] std::optional<bool> dark() const { return m_dark; }

signals:
    void changed(bool dark);

private slots:
    void settingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void read(const QString &method);
    void take(const QVariant &value);

    QDBusConnection m_bus;
    std::optional<bool> m_dark;
};

} // namespace huiyin
