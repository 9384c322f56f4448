// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/field.h>
#include <report/document.h>
#include <report/statistics.h>
#include <rules/regulation.h>
#include <rules/texts.h>

#include <QMap>
#include <QString>
#include <QVector>

#include <optional>

namespace huiyin {

/// One report the program can make.
struct ReportName
{
    QString id; ///< `statistics`, `S-01` …
    QString zh, en;
    QString paper; ///< `A4-landscape`; empty for figures without a table
};

/// All reports, in the order of the forms catalogue; `statistics` first.
[[nodiscard]] const QVector<ReportName> &reportNames();

/// The tables a monthly meeting looks at, in their order: F-46's package without the forms.
[[nodiscard]] const QStringList &meetingReports();

/// The words a table is written in.
struct TableWords
{
    const FieldCatalogue &catalogue; ///< labels of kinds and channels
    Language language = Language::Chinese;
    QString organisation;
    OfficeHours hours = {};                 ///< how many office minutes make a day
    const Regulation *regulation = nullptr; ///< in force: names its short clocks
    QMap<QString, QString> own = {}; ///< the organisation's own heads, see ownRegisterWords()
};

/// The table S-01 … S-20 of a period, or nothing for an id that is no table. `statistics` gives
/// S-01. The lists S-09, S-11 and S-15 … S-18 need countReport(). Groups come in the order of their
/// code list, free names by number of cases; 合计 is last.
[[nodiscard]] std::optional<TableDocument>
statisticsTable(const QString &id, const Statistics &statistics, const TableWords &words);

/// Names the offices whose facts do not reach the end of the period, and how far they do; empty
/// where everything is in.
[[nodiscard]] QString unmergedText(const Statistics &statistics, Language language);

/// A share as a percentage with two decimals (`97.50`), `—` where there is none.
[[nodiscard]] QString percentText(std::optional<double> share);

/// A change against `before` in percent: `↑12.50`, `↓3.00`, `0.00`, `—` where there was nothing
/// before.
[[nodiscard]] QString changeText(qint64 now, qint64 before);

/// A change of a share in percentage points: `↑1.20`; `—` where one of the shares is missing.
[[nodiscard]] QString pointsText(std::optional<double> now, std::optional<double> before);

/// Fen as `1,234.50`.
[[nodiscard]] QString moneyText(qint64 fen);

} // namespace huiyin
