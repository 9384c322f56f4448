// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QString>

#include <cstring>

namespace huiyin::support {

/// Counts the pages a case file's commits write to its log (WAL), seen from outside: a count of
/// work that no busy machine changes.
class LogPages
{
public:
    explicit LogPages(const QString &caseFile)
        : m_index(caseFile + QStringLiteral("-shm"))
        , m_last(inLog())
    {
    }

    /// Pages written since the last call, or since the beginning; the log may have begun anew in
    /// between.
    [[nodiscard]] quint32 written()
    {
        const quint32 now = inLog();
        const quint32 pages = now >= m_last ? now - m_last : now;
        m_last = now;
        return pages;
    }

private:
    /// The last valid page, as the head of the log's index in shared memory notes it.
    [[nodiscard]] quint32 inLog() const
    {
        constexpr qsizetype kAt = 16;
        quint32 pages = 0;
        QFile file(m_index);
        if (file.open(QIODevice::ReadOnly)) {
            const QByteArray head = file.read(kAt + static_cast<qsizetype>(sizeof pages));
            if (head.size() == kAt + static_cast<qsizetype>(sizeof pages)) {
                std::memcpy(&pages, head.constData() + kAt, sizeof pages);
            }
        }
        return pages;
    }

    QString m_index;
    quint32 m_last;
};

} // namespace huiyin::support
