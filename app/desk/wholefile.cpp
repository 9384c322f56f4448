// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/wholefile.h>

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

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
    if (m_file->write(bytes) != bytes.size()) {
        stop();
    }
}

void WholeFile::stop()
{
    if (m_whole) {
        m_whole = false;
        // A device that took only a part says nothing itself: it had no room for the rest.
        const bool silent = m_file->error() == QFileDevice::NoError ||
                            m_file->errorString() == QIODevice::tr("Unknown error");
        m_why = silent ? qt_error_string(ENOSPC) : m_file->errorString();
    }
}

bool WholeFile::commit()
{
    // What a device refuses shows when the buffer goes out.
    if (m_whole && !m_file->flush()) {
        stop();
    }
    if (auto *saved = qobject_cast<QSaveFile *>(m_file.get())) {
        if (!m_whole) {
            saved->cancelWriting();
        }
        return saved->commit() && m_whole;
    }
    return m_whole;
}

QString WholeFile::errorString() const { return m_why.isEmpty() ? m_file->errorString() : m_why; }

} // namespace huiyin
