// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/instant.h>
#include <domain/result.h>

#include <QString>
#include <QStringList>

#include <memory>

namespace huiyin {

/// One worksheet written row by row, so that a register of any length takes little memory. Words
/// stay words: no text becomes a formula or a number.
class XlsxSheet
{
public:
    /// Begins a file beside `path`; it takes the place of `path` only in finish().
    XlsxSheet(const QString &path, const QString &sheetName);
    ~XlsxSheet();
    XlsxSheet(const XlsxSheet &) = delete;
    XlsxSheet &operator=(const XlsxSheet &) = delete;

    void setWidths(const QVector<double> &characters);
    void heading(const QStringList &cells); ///< a bold row that stays in view
    void text(const QString &text, bool bold = false);
    void number(double number, bool bold = false, bool percent = false);
    void moment(Instant instant); ///< a real date with time
    void blank();
    void endRow();

    /// \error report.write
    [[nodiscard]] Result<Done> finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace huiyin
