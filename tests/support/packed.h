// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QFile>
#include <QMap>
#include <QString>
#include <QTemporaryDir>

#include <zip.h>

namespace huiyin::support {

/// Name of a packed part → its bytes.
using Parts = QMap<QString, QByteArray>;

/// The parts as one zip file, the shell of every .xlsx. A test that uses it links LIBZIP.
[[nodiscard]] inline QByteArray packed(const Parts &parts)
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("packed.zip"));
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE, nullptr);
    for (auto it = parts.cbegin(); it != parts.cend(); ++it) {
        zip_source_t *source =
            zip_source_buffer(archive, it->constData(), static_cast<zip_uint64_t>(it->size()), 0);
        zip_file_add(archive, it.key().toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
    }
    zip_close(archive);
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace huiyin::support
