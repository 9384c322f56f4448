// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/event.h>

#include <QJsonDocument>

namespace huiyin::support {

/// Builds the events of one case in memory, with honest ids and rising clocks.
class EventBuilder
{
public:
    explicit EventBuilder(CaseId id = CaseId::make(Instant::fromUtcMs(1'700'000'000'000),
                                                   QByteArray(10, 'x')))
        : m_case(std::move(id))
    {
    }

    /// Adds an event at this moment; `body` is completed with `at` unless it has one.
    Event add(const char *kind, Instant at, QJsonObject body)
    {
        if (!body.contains(QLatin1StringView("at"))) {
            body.insert(QLatin1StringView("at"), at.utcMs());
        }
        Event event;
        event.chain = QStringLiteral("test");
        event.seq = ++m_seq;
        event.hlc = (at.utcMs() << 16) + m_seq;
        event.actor = QStringLiteral("wang");
        event.kind = QLatin1StringView(kind);
        event.caseId = m_case;
        event.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        event.id = QByteArray(31, '\0') + static_cast<char>(m_seq);
        m_events.append(event);
        return event;
    }

    [[nodiscard]] const QVector<Event> &events() const { return m_events; }

    [[nodiscard]] const CaseId &caseId() const { return m_case; }

private:
    CaseId m_case;
    QVector<Event> m_events;
    qint64 m_seq = 0;
};

inline Instant at(QStringView localText) { return Instant::parseLocal(localText).value(); }

} // namespace huiyin::support
