// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/packcheck.h>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

bool PackCheck::touched(std::initializer_list<const char *> keys) const
{
    return std::any_of(keys.begin(), keys.end(), [&](const char *key) {
        return m_faulty.contains(QLatin1StringView(key));
    });
}

void PackCheck::add(const QString &code, const QString &entry, Args args)
{
    const EntryPlace place = m_places.value(entry);
    args.insert(u"entry"_s, place.label);
    m_findings.append(Finding{code, Severity::Refusal, {}, args, {}, place.line, place.column});
}

} // namespace huiyin
