// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/tempstore.h>

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace huiyin::support {

TempStore::TempStore(const QStringList &searchFields, quint32 seed)
    : m_chance(std::make_shared<Chance>())
    , m_searchFields(searchFields)
{
    m_chance->engine.seed(seed);
    const Founding founding{.officeCode = u"0571"_s,
                            .officeName = u"滨湖分公司"_s,
                            .regulationId = u"tob"_s,
                            .sample = false,
                            .actor = u"founder"_s,
                            .now = Instant::fromUtcMs(1'770'000'000'000)};
    auto made = Store::create(path(), founding, options());
    if (!made) {
        qFatal("no case file: %s", qUtf8Printable(made.error().code + u' ' + made.error().detail));
    }
    m_store = std::move(*made);
}

StoreOptions TempStore::options() const
{
    return {.searchFields = m_searchFields,
            .random =
                [chance = m_chance](int n) {
                    const std::lock_guard lock(chance->mutex);
                    QByteArray bytes(n, '\0');
                    for (char &byte : bytes) {
                        byte = static_cast<char>(chance->engine());
                    }
                    return bytes;
                },
            .stateDir = m_dir.filePath(u"state"_s)};
}

void TempStore::open()
{
    auto opened = Store::open(path(), options());
    if (!opened) {
        qFatal("not opened: %s",
               qUtf8Printable(opened.error().code + u' ' + opened.error().detail));
    }
    m_store = std::move(*opened);
}

QByteArray TempStore::random(int n) { return options().random(n); }

QStringList TempStore::defaultSearchFields()
{
    return {u"complainantName"_s,
            u"phone"_s,
            u"title"_s,
            u"content"_s,
            u"contentBrief"_s,
            u"address"_s,
            u"handler"_s,
            u"remark"_s,
            u"resultSummary"_s};
}

NewEvent opening(
    const CaseId &id, const QJsonObject &fields, Instant at, Stage stage, const QJsonArray &clocks)
{
    QJsonObject all = fields;
    if (!all.contains(u"receivedAt"_s)) {
        all.insert(u"receivedAt"_s, at.utcMs());
    }
    const QJsonObject body{{u"office"_s, u"0571"_s},
                           {u"regulation"_s, QJsonObject{{u"id"_s, u"tob"_s}, {u"version"_s, 1}}},
                           {u"stage"_s, stageId(stage)},
                           {u"fields"_s, all},
                           {u"clocks"_s, clocks},
                           {u"at"_s, at.utcMs()},
                           {u"recordedAt"_s, at.utcMs()}};
    return {.kind = QLatin1StringView(event::kCaseOpened),
            .caseId = id,
            .body = body,
            .number = NumberSeries{u"TS0571"_s + at.localDay().toDate().toString(u"yyyyMM"_s)}};
}

QJsonObject handlingClock(Instant startedAt, Instant due)
{
    Clock clock;
    clock.id = u"handling"_s;
    clock.label = u"办理"_s;
    clock.handling = true;
    clock.startedAt = startedAt;
    clock.due = due;
    clock.dueDay = due.localDay();
    clock.rules = {u"R-TOB-19"_s};
    return clock.toJson();
}

NewEvent move(const CaseId &id,
              const QString &action,
              Stage from,
              Stage to,
              Instant at,
              const QJsonObject &fields,
              const QStringList &stopped)
{
    QJsonArray stops;
    for (const QString &clock : stopped) {
        stops.append(QJsonObject{{u"clock"_s, clock}, {u"at"_s, at.utcMs()}, {u"workedMin"_s, 90}});
    }
    const QJsonObject body{{u"action"_s, action},
                           {u"from"_s, stageId(from)},
                           {u"to"_s, stageId(to)},
                           {u"fields"_s, fields},
                           {u"started"_s, QJsonArray()},
                           {u"stopped"_s, stops},
                           {u"at"_s, at.utcMs()},
                           {u"recordedAt"_s, at.utcMs()}};
    return {.kind = QLatin1StringView(event::kCaseMoved), .caseId = id, .body = body};
}

} // namespace huiyin::support
