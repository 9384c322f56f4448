// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/desk.h>
#include <support/tempstore.h>

#include <QJsonObject>
#include <QtTest>

#include <memory>

namespace huiyin::support {

/// A desk over a real case file with a clock that stands where it is put.
class DeskFixture
{
public:
    explicit DeskFixture(const QString &nowText = QStringLiteral("2026-03-02T09:00"))
        : m_now(*Instant::parseLocal(nowText))
        , m_desk(std::make_unique<Desk>(
              m_store.log(),
              m_store.reader(),
              builtIn(),
              [this] { return m_now; },
              [this](int n) { return m_store.random(n); }))
    {
        static_cast<void>(m_desk->useRegulation(QStringLiteral("tob")));
        static_cast<void>(m_desk->setActor(QStringLiteral("wang")));
    }

    static std::shared_ptr<const Library> builtIn()
    {
        static const std::shared_ptr<const Library> library = [] {
            const auto loaded = Library::load();
            if (!loaded) {
                qFatal("%s %s", qPrintable(loaded.error().code), qPrintable(loaded.error().detail));
            }
            return *loaded;
        }();
        return library;
    }

    [[nodiscard]] Desk &desk() { return *m_desk; }

    [[nodiscard]] TempStore &store() { return m_store; }

    void setNow(const QString &text) { m_now = *Instant::parseLocal(text); }

    /// A complaint with everything a desk needs.
    static QJsonObject complaint(QJsonObject more = {})
    {
        QJsonObject fields{
            {QStringLiteral("kind"), QStringLiteral("Complaint")},
            {QStringLiteral("channel"), QStringLiteral("Phone")},
            {QStringLiteral("receivedAt"), QStringLiteral("2026-03-02T08:50:00")},
            {QStringLiteral("complainantName"), QStringLiteral("王某")},
            {QStringLiteral("phone"), QStringLiteral("13800138000")},
            {QStringLiteral("category"), QStringLiteral("工作服务")},
            {QStringLiteral("content"), QStringLiteral("送货员态度生硬，货放门口就走。")}};
        for (auto it = more.constBegin(); it != more.constEnd(); ++it) {
            fields.insert(it.key(), it.value());
        }
        return fields;
    }

    [[nodiscard]] Result<Outcome> record(const QJsonObject &fields)
    {
        ComplaintDraft draft;
        draft.fields = fields;
        return m_desk->record(draft);
    }

    /// The recorded case; fails the test loudly otherwise.
    [[nodiscard]] CaseFile recorded(const QJsonObject &more = {})
    {
        const auto outcome = record(complaint(more));
        if (!outcome || !outcome->caseFile) {
            qFatal("not recorded: %s",
                   outcome ? qPrintable(codes(outcome->findings).join(u' '))
                           : qPrintable(outcome.error().code));
        }
        return *outcome->caseFile;
    }

    static QStringList codes(const Findings &findings, Severity least = Severity::Refusal)
    {
        QStringList list;
        for (const Finding &finding : findings) {
            if (finding.severity >= least) {
                list.append(finding.code);
            }
        }
        return list;
    }

private:
    TempStore m_store;
    Instant m_now;
    std::unique_ptr<Desk> m_desk;
};

} // namespace huiyin::support
