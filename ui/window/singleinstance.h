// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

class QLocalServer;
class QLockFile;

namespace huiyin {

/// One window per case file: the first program listens, a second one hands its arguments over and
/// leaves.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /// \param caseFile absolute path; \param folder where the lock stands, private to the person
    SingleInstance(const QString &caseFile, const QString &folder, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Tries to be the first. If another program holds the case file, passes `arguments` to it and
    /// gives false.
    [[nodiscard]] bool claim(const QStringList &arguments);

signals:
    /// Another start passed its arguments and left.
    void called(const QStringList &arguments);

private:
    void listen();
    [[nodiscard]] bool passOn(const QStringList &arguments) const;

    QString m_name;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer *m_server = nullptr;
};

} // namespace huiyin
