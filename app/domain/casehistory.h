// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/casefile.h>

namespace huiyin {

/// The events of one case with their bodies read once, for whoever folds them before and after
/// further ones.
class CaseHistory
{
public:
    /// An event with its body as JSON.
    struct Fact
    {
        Event event;
        QJsonObject body;
    };

    CaseHistory() = default;

    explicit CaseHistory(const QVector<Event> &events) { add(events); }

    void add(const QVector<Event> &events);
    void add(const QVector<Fact> &facts);

    /// As fold(). \error fold.noOpening
    [[nodiscard]] Result<CaseFile> fold() const;

    /// Adds facts and folds. Where they do nothing but count running clocks anew, after all that
    /// came before, they are laid upon it, which gives the same.
    /// \param before what fold() gave without them \error fold.noOpening
    [[nodiscard]] Result<CaseFile> foldOn(const CaseFile &before, const QVector<Fact> &facts);

private:
    QVector<Fact> m_facts; ///< by (hlc, id), each once
};

} // namespace huiyin
