// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace huiyin {

/// Tells this machine from another without naming it: a hash of the system's machine id.
[[nodiscard]] QString machineMark();

/// How far a chain had got when it was last written on this machine.
struct Mark
{
    qint64 seq = 0;
    QByteArray link; ///< 32 bytes
};

/// The file outside the store that tells a restored or copied case file from the live one.
/// One small file per chain: `<folder>/<chain uid>.mark`, rewritten after each commit.
class Watermark
{
public:
    explicit Watermark(QString folder)
        : m_folder(std::move(folder))
    {
    }

    ~Watermark();
    Watermark(const Watermark &) = delete;
    Watermark &operator=(const Watermark &) = delete;

    /// Whether a folder was given; without one marks are neither kept nor missed.
    [[nodiscard]] bool isKept() const { return !m_folder.isEmpty(); }

    /// The mark of a chain, or nothing if there is none that can be read.
    [[nodiscard]] std::optional<Mark> read(const QString &chain) const;

    /// Writes the mark. A failure is no failure of the save: the next opening then begins a new
    /// chain.
    void write(const QString &chain, const Mark &mark);

private:
    [[nodiscard]] QString pathOf(const QString &chain) const;

    QString m_folder;
    QString m_chain;
    int m_fd = -1;
};

} // namespace huiyin
