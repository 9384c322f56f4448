// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <rules/regulation.h>

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVector>

namespace huiyin {

/// One demand of a written regulation: what the window shows as 依据.
struct RuleText
{
    QString id;     ///< `R-TOB-19`
    QString zh, en; ///< the demand in our words
    QString source; ///< title and article of the written regulation: `… 四(四)`
};

/// Reads the list of rule ids (rules.toml). Findings: toml.syntax, schema.*
[[nodiscard]] QVector<RuleText> readRuleList(const QByteArray &toml, Findings &findings);

/// The list the program carries, 433 ids.
[[nodiscard]] QVector<RuleText> builtinRules();

/// What becomes of one rule id.
struct RuleCoverage
{
    QString rule, zh, en, source;
    QString how;       ///< enforced, prompted, documented, reference, outOfScope
    QStringList packs; ///< packs that answer it
    QString entry, test;
    QString reason, reasonEn; ///< why the program does not do it
};

/// One line per rule of the list, in its order. Where several packs answer a rule the strongest
/// answer stands: enforced, prompted, documented, reference, outOfScope. Rules of packs not
/// delivered are outOfScope and say so.
[[nodiscard]] QVector<RuleCoverage> ruleCoverage(const QVector<RuleText> &rules,
                                                 const QVector<Regulation> &regulations);

} // namespace huiyin
