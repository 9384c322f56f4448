// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/wholefile.h>

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace huiyin {

namespace {

/// QSaveFile renames over whatever bears the name, so that root would lose its /dev/full.
bool isDevice(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile() && !info.isDir();
}

} // namespace

WholeFile::WholeFile(const QString &path)
{
    if (isDevice(path)) {
        m_file = std::make_unique<QFile>(path);
    } else {
        m_file = std::make_unique<QSaveFile>(path);
    }
}

WholeFile::~WholeFile() = default;

bool WholeFile::open() { return m_file->open(QIODevice::WriteOnly); }

void WholeFile::write(const QByteArray &bytes)
{
    m_whole = m_file->write(bytes) == bytes.size() && m_whole;
}

bool WholeFile::commit()
{
    if (auto *saved = qobject_cast<QSaveFile *>(m_file.get())) {
        if (!m_whole) {
            saved->cancelWriting();
        }
        return saved->commit() && m_whole;
    }
    // What a device refuses shows when the buffer goes out.
    return m_file->flush() && m_whole;
}

QString WholeFile::errorString() const { return m_file->errorString(); }

} // namespace huiyin
