// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/registerdates.h>
#include <report/registers.h>

#include <functional>
#include <utility>

namespace huiyin {

/// Finds the cases a register of a period is about and makes its lines.
class RegisterLines
{
public:
    using Line = std::pair<Day, QJsonObject>;
    using Take = std::function<void(const CaseFile &)>;

    RegisterLines(const CaseReader &reader,
                  const Sheet &sheet,
                  const CaseGround &groundOf,
                  const Progress &progress)
        : m_reader(reader)
        , m_sheet(sheet)
        , m_groundOf(groundOf)
        , m_progress(progress)
        , m_shown(sheet.shownFields())
    {
    }

    /// The lines of the period, oldest first: times the sheet's field was written, and penalties
    /// whose pack names the sheet. \error store.cancelled
    [[nodiscard]] Result<QVector<Line>> of(const Period &period) const;

    /// What the case knew when the line ended: its steps up to there, and what its papers add.
    [[nodiscard]] QJsonObject lineOf(const CaseFile &caseFile, const RegisterDate &date) const;

    /// Every case that wrote one of the fields in a month of the period; a case the acting person
    /// may not see is left out. \error store.cancelled
    [[nodiscard]] Result<Done>
    eachWriting(const QStringList &fields, const Period &period, const Take &take) const;

    /// Every case of a filter. \error store.cancelled
    [[nodiscard]] Result<Done> eachOf(const CaseFilter &filter, const Take &take) const;

    [[nodiscard]] bool shows(const QString &field) const { return m_shown.contains(field); }

    [[nodiscard]] const QStringList &shown() const { return m_shown; }

private:
    [[nodiscard]] Result<QStringList> numbers(const QStringList &prefixes,
                                              const Period &period) const;
    [[nodiscard]] QVector<Line> linesOf(const CaseFile &caseFile, const Period &period) const;

    const CaseReader &m_reader;
    const Sheet &m_sheet;
    const CaseGround &m_groundOf;
    const Progress &m_progress;
    QStringList m_shown;
};

/// Whether the day lies in the period.
[[nodiscard]] bool isWithin(const Period &period, Day day);

} // namespace huiyin
