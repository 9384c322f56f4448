// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFileDevice>

#include <memory>

namespace huiyin {

/// A file people asked for: it stands under its name whole, or what stood there before stays. A
/// device or pipe (/dev/full, /dev/stdout) is written into and never replaced.
class WholeFile
{
public:
    explicit WholeFile(const QString &path);
    ~WholeFile();

    /// False if the folder is missing or not writable, the name is a folder, …
    [[nodiscard]] bool open();
    /// A fault is remembered: commit() refuses.
    void write(const QByteArray &bytes);
    /// True once everything written stands under the name. Without it nothing does.
    [[nodiscard]] bool commit();

    /// Why the last step failed, in the words of the system.
    [[nodiscard]] QString errorString() const;

private:
    void stop(); ///< nothing of it counts any more; keeps the reason

    std::unique_ptr<QFileDevice> m_file;
    bool m_whole = true;
    QString m_why;
};

} // namespace huiyin
