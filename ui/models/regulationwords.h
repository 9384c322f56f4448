// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <models/uiground.h>
#include <rules/regulation.h>

#include <QHash>
#include <QString>
#include <QStringList>

namespace huiyin {

/// How people read what packs say by id: roles, people, clauses. A value; take a new one when packs
/// or the roster change.
class RegulationWords
{
public:
    RegulationWords(const Desk &desk, Language language);
    /// The words of one pack alone.
    RegulationWords(const Regulation &pack, const FieldCatalogue &catalogue, Language language);

    [[nodiscard]] bool chinese() const { return m_language == Language::Chinese; }

    /// `zh` or `en`; the other where one is empty.
    [[nodiscard]] QString of(const QString &zh, const QString &en) const;

    /// Roles, people, fields, classes of retention and figures of the house by name, joined; what
    /// is none stands as it is.
    [[nodiscard]] QString who(const QStringList &ids) const;

    /// The demand behind a rule id in our words, empty if no pack states it.
    [[nodiscard]] QString clause(const QString &rule) const;

    /// `R-TOB-19 …words…`, a line for each id.
    [[nodiscard]] QString clauses(const QStringList &rules) const;

    /// How a clause is met: enforced prompted documented reference outOfScope.
    [[nodiscard]] static QString how(const QString &id);

    /// What the written regulation leaves open of a clock and the pack decided: of its limit, and
    /// of its extension once it was extended; empty if nothing.
    [[nodiscard]] static QString leftOpen(const Regulation &pack, const Clock &clock);

    /// `要确认：…`, empty if nothing is left open.
    [[nodiscard]] static QString confirmation(const QString &open);

private:
    void add(const FieldCatalogue &catalogue); ///< a field may name the department that owes
    void add(const Regulation &pack);

    Language m_language;
    QHash<QString, QString> m_names, m_clauses;
};

} // namespace huiyin
