// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paths.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QStandardPaths>

#include <pwd.h>
#include <unistd.h>

namespace huiyin {

QString caseFilePath(const QString &named)
{
    if (!named.isEmpty()) {
        return QDir::cleanPath(named);
    }
    if (const QByteArray fromEnvironment = qgetenv("HUIYIN_FILE"); !fromEnvironment.isEmpty()) {
        return QDir::cleanPath(QFile::decodeName(fromEnvironment));
    }
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/huiyin/desk.huiyin");
}

QString stateFolder()
{
    const QString named = QFile::decodeName(qgetenv("XDG_STATE_HOME"));
    const QString base =
        QDir::isAbsolutePath(named) ? named : QDir::homePath() + QStringLiteral("/.local/state");
    return base + QStringLiteral("/huiyin");
}

QString systemUser()
{
    // The account itself, not $USER: a service or a container sets none.
    const passwd *account = ::getpwuid(::getuid());
    return account != nullptr ? QString::fromLocal8Bit(account->pw_name)
                              : QString::number(::getuid());
}

QByteArray randomBytes(int n)
{
    QByteArray bytes(n, Qt::Uninitialized);
    for (char &byte : bytes) {
        byte = static_cast<char>(QRandomGenerator::system()->generate() & 0xffU);
    }
    return bytes;
}

QStringList searchFields(const FieldCatalogue &catalogue)
{
    QStringList fields;
    for (const FieldDef &field : catalogue.fields()) {
        if (field.search) {
            fields.append(field.id);
        }
    }
    return fields;
}

} // namespace huiyin
