// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/packentries.h>
#include <rules/regulation.h>
#include <rules/regulationcheck.h>

namespace huiyin {

/// Reads entries about money. What the shape check refused is left alone; adds pack.amount.ways,
/// pack.amount.idle, pack.span.reversed, pack.share.range, pack.carry.idle,
/// pack.compensation.needs, pack.ground.two.
class MoneyReader
{
public:
    MoneyReader(const EntryReader &entries, QSet<QString> &faulty, Findings &findings)
        : m_entries(entries)
        , m_faulty(faulty)
        , m_findings(findings)
    {
    }

    /// `base.toml`; empty for the file the person is looking at.
    void begin(const QString &source) { m_source = source; }

    [[nodiscard]] GroundRule ground(const TomlValue &entry);
    [[nodiscard]] PenaltyRule penalty(const TomlValue &entry);
    [[nodiscard]] CompensationRule compensation(const TomlValue &entry);
    [[nodiscard]] ParameterRule parameter(const TomlValue &entry) const;

private:
    [[nodiscard]] AmountRule amount(const TomlValue &table, const QString &label);
    void cap(const TomlValue &entry, PenaltyRule &rule, const QString &label);
    [[nodiscard]] std::optional<Span> span(const TomlValue &value, const QString &label);
    [[nodiscard]] bool isFaulty(const QString &shape) const;
    void refuse(const QString &code, const TomlValue &at, const QString &label, Args args = {});

    const EntryReader &m_entries;
    QSet<QString> &m_faulty;
    Findings &m_findings;
    QString m_source;
};

/// Finds grounds that lead to no penalty (pack.ground.idle), ranges that parameters turn round
/// (pack.span.reversed), parameters that nothing reads (pack.parameter.idle) or whose value does
/// not suit their unit (pack.parameter.value). \param faulty as in checkRegulation
void checkMoney(const Regulation &regulation,
                const EntryPlaces &places,
                const QSet<QString> &faulty,
                Findings &findings);

} // namespace huiyin
