// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>
#include <rules/regulation.h>
#include <rules/toml.h>

#include <QSet>
#include <QString>

#include <optional>

namespace huiyin {

/// Turns entries of a pack file into rules. The files may hold faults already found; what does not
/// fit is left out. Adds pack.limit.units, limit.*, pack.value.* and what readValue says.
class EntryReader
{
public:
    /// \param parameters  ids of the figures that conditions may name
    EntryReader(const FieldCatalogue &catalogue,
                const QStringList &parameters,
                QSet<QString> &faulty,
                Findings &findings)
        : m_catalogue(catalogue)
        , m_parameters(parameters)
        , m_faulty(faulty)
        , m_findings(findings)
    {
    }

    /// `base.toml`; empty for the file the person is looking at.
    void begin(const QString &source) { m_source = source; }

    [[nodiscard]] bool isParameter(const QString &id) const { return m_parameters.contains(id); }

    [[nodiscard]] Condition condition(const TomlValue &table, QStringView key = u"when") const;
    [[nodiscard]] MoveRule move(const TomlValue &entry);
    [[nodiscard]] LockRule lock(const TomlValue &entry) const;
    [[nodiscard]] GuardRule guard(const TomlValue &entry) const;
    [[nodiscard]] AdviceRule advice(const TomlValue &entry);
    [[nodiscard]] ChainRule chain(const TomlValue &entry) const;
    [[nodiscard]] CountRule count(const TomlValue &entry) const;
    [[nodiscard]] ClockRule clock(const TomlValue &entry);
    [[nodiscard]] DutyRule duty(const TomlValue &entry);

private:
    [[nodiscard]] QJsonObject
    values(const TomlValue &entry, const QString &key, const QString &label);
    [[nodiscard]] std::optional<Limit> limit(const TomlValue &table, const QString &label);
    [[nodiscard]] ExtensionRule extension(const TomlValue &table, const QString &label);
    [[nodiscard]] QString placed(const QString &label) const;
    void refuse(const QString &code, const TomlValue &at, const Args &args, const QString &touched);

    const FieldCatalogue &m_catalogue;
    QStringList m_parameters;
    QSet<QString> &m_faulty;
    Findings &m_findings;
    QString m_source;
};

} // namespace huiyin
