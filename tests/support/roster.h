// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/desk.h>

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace huiyin::support {

/// Enters the people of a story, each by somebody who may, and goes on as the first of them. What
/// was refused: `id: code`.
inline QStringList enterPeople(Desk &desk, const QJsonArray &people)
{
    QStringList faults;
    for (const QJsonValue &value : people) {
        const QString id = value[u"id"].toString();
        const QStringList roles = value[u"roles"].toVariant().toStringList();
        const auto added =
            desk.addPerson({id, value[u"name"].toString(), value[u"department"].toString(), roles});
        if (!added || refuses(added->findings)) {
            faults.append(id + QStringLiteral(": ") +
                          (added ? added->findings.first().code : added.error().code));
        }
        const QStringList &deciding = desk.regulation().people.governs;
        if (std::any_of(roles.cbegin(), roles.cend(), [&](const QString &role) {
                return deciding.contains(role);
            })) {
            static_cast<void>(desk.setActor(id));
        }
    }
    if (!people.isEmpty()) {
        static_cast<void>(desk.setActor(people.first()[u"id"].toString()));
    }
    return faults;
}

} // namespace huiyin::support
