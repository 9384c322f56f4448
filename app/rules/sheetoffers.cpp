// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/sheetoffers.h>

#include <algorithm>

namespace huiyin {

namespace {

/// The known ones of the wanted sheets that pass, each once and in their order.
template <typename Passes>
QStringList
chosen(const QStringList &wanted, const QMap<QString, Sheet> &known, const Passes &passes)
{
    QStringList sheets;
    for (const QString &id : wanted) {
        const auto sheet = known.constFind(id);
        if (sheet != known.cend() && !sheets.contains(id) && passes(*sheet)) {
            sheets << id;
        }
    }
    return sheets;
}

} // namespace

QStringList offeredSheets(const CaseFile &caseFile,
                          const Regulation &regulation,
                          const QMap<QString, Sheet> &known)
{
    QStringList wanted{caseFile.sheet.section(QLatin1Char('/'), 0, 0)};
    wanted += regulation.sheets;
    for (const MoveRule &move : regulation.moves) {
        wanted << move.sheet;
    }
    for (const ClockRule &clock : regulation.clocks) {
        for (const ExtensionRule &level : clock.extend) {
            wanted << level.sheet;
        }
    }
    for (const PenaltyRule &penalty : regulation.penalties) {
        wanted << penalty.sheet;
    }
    for (const DutyRule &duty : regulation.duties) {
        wanted << (duty.every == QLatin1String("case") ? duty.sheet : QString());
    }
    return chosen(wanted, known, [](const Sheet &sheet) { return !sheet.isOfPeriod(); });
}

QStringList intakeSheets(const Regulation &regulation, const QMap<QString, Sheet> &known)
{
    return chosen(regulation.sheets + QStringList{QStringLiteral("F-01"), QStringLiteral("F-02")},
                  known,
                  [](const Sheet &sheet) { return sheet.takesComplaints(); });
}

} // namespace huiyin
