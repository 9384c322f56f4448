// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/overlay.h>

#include <QHash>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Rule> bool has(const QVector<Rule> &list, const QString &id)
{
    return std::any_of(list.cbegin(), list.cend(), [&](const Rule &rule) { return rule.id == id; });
}

/// Lays one pack over another.
class Laying
{
public:
    Laying(Regulation &host, const Regulation &overlay)
        : m_host(host)
        , m_overlay(overlay)
    {
        nameAnew(u"move"_s, host.moves, overlay.moves);
        nameAnew(u"clock"_s, host.clocks, overlay.clocks);
    }

    void run()
    {
        addRolesAndStages();
        for (MoveRule rule : owned(u"move"_s, m_overlay.moves)) {
            rule.id = named(u"move"_s, rule.id);
            rule.instead = named(u"move"_s, rule.instead);
            renameAll(u"move"_s, rule.after);
            renameAll(u"move"_s, rule.afterAny);
            renameAll(u"move"_s, rule.notAfter);
            renameReferences(rule.forbidden);
            rule.within = named(u"clock"_s, rule.within);
            add(m_host.moves, rule);
        }
        for (ClockRule rule : owned(u"clock"_s, m_overlay.clocks)) {
            rule.id = named(u"clock"_s, rule.id);
            rule.starts = reference(rule.starts);
            renameAll(u"move"_s, rule.endedBy);
            add(m_host.clocks, rule);
        }
        for (DutyRule rule : owned(u"duty"_s, m_overlay.duties)) {
            rule.after = named(u"move"_s, rule.after);
            renameAll(u"move"_s, rule.doneBy);
            addApart(m_host.duties, rule);
        }
        for (LockRule rule : owned(u"lock"_s, m_overlay.locks)) {
            rule.until = named(u"move"_s, rule.until);
            addApart(m_host.locks, rule);
        }
        for (GuardRule rule : owned(u"guard"_s, m_overlay.guards)) {
            renameReferences(rule.forbidden);
            addApart(m_host.guards, rule);
        }
        for (AdviceRule rule : owned(u"advice"_s, m_overlay.advice)) {
            renameAll(u"move"_s, rule.on);
            renameAll(u"move"_s, rule.refuses);
            addOfEvery(m_host.advice, rule);
        }
        for (ChainRule rule : owned(u"chain"_s, m_overlay.chains)) {
            for (ChainLink &link : rule.links) {
                link.move = named(u"move"_s, link.move);
            }
            addApart(m_host.chains, rule);
        }
        for (const CountRule &rule : owned(u"count"_s, m_overlay.counters)) {
            addOfEvery(m_host.counters, rule);
        }
        for (const PenaltyRule &rule : owned(u"penalty"_s, m_overlay.penalties)) {
            addApart(m_host.penalties, rule);
        }
        for (const CompensationRule &rule : owned(u"compensation"_s, m_overlay.compensations)) {
            addApart(m_host.compensations, rule);
        }
        addMissing(m_host.grounds, owned(u"ground"_s, m_overlay.grounds));
        addMissing(m_host.parameters, owned(u"parameter"_s, m_overlay.parameters));
        for (const RuleNote &note : m_overlay.notes) {
            if (m_host.note(note.rule) == nullptr) {
                m_host.notes.append(note);
            }
        }
        for (const QString &sheet : m_overlay.sheets) {
            if (!m_host.sheets.contains(sheet)) {
                m_host.sheets.append(sheet);
            }
        }
        if (!m_overlay.signOff.isEmpty()) {
            m_host.signOff = m_overlay.signOff;
            m_host.signOffEn = m_overlay.signOffEn;
        }
        m_host.people.recusal = m_host.people.recusal || m_overlay.people.recusal;
        m_host.people.needToKnow = m_host.people.needToKnow || m_overlay.people.needToKnow;
        m_host.people.sees += m_overlay.people.sees;
        m_host.people.rules += m_overlay.people.rules;
        m_host.people.knowRules += m_overlay.people.knowRules;
        m_host.people.governs += m_overlay.people.governs;
        m_host.people.governRules += m_overlay.people.governRules;
        for (QStringList *list : {&m_host.people.governs, &m_host.people.governRules}) {
            list->removeDuplicates();
        }
        m_host.overlays.append({m_overlay.id, m_overlay.version});
        m_host.zh += u"＋"_s + m_overlay.zh;
        m_host.en += u" + "_s + m_overlay.en;
    }

private:
    template <typename Rule>
    [[nodiscard]] QVector<Rule> owned(const QString &table, const QVector<Rule> &list) const
    {
        QVector<Rule> own;
        std::copy_if(list.cbegin(), list.cend(), std::back_inserter(own), [&](const Rule &rule) {
            return m_overlay.own.contains(table + u':' + rule.id);
        });
        return own;
    }

    template <typename Rule>
    void nameAnew(const QString &table, const QVector<Rule> &host, const QVector<Rule> &overlay)
    {
        for (const Rule &rule : owned(table, overlay)) {
            if (has(host, rule.id)) {
                m_names.insert(table + u':' + rule.id, m_overlay.id + u'-' + rule.id);
            }
        }
    }

    [[nodiscard]] QString named(const QString &table, const QString &id) const
    {
        return m_names.value(table + u':' + id, id);
    }

    /// `move:x` as a start or a bar.
    [[nodiscard]] QString reference(const QString &text) const
    {
        return text.startsWith("move:"_L1) ? u"move:"_s + named(u"move"_s, text.mid(5)) : text;
    }

    void renameAll(const QString &table, QStringList &ids) const
    {
        for (QString &id : ids) {
            id = named(table, id);
        }
    }

    void renameReferences(QStringList &texts) const
    {
        for (QString &text : texts) {
            text = reference(text);
        }
    }

    template <typename Rule> void add(QVector<Rule> &list, Rule rule)
    {
        rule.when.join(m_overlay.appliesWhen);
        list.append(std::move(rule));
    }

    template <typename Rule> void addApart(QVector<Rule> &list, Rule rule)
    {
        nameApart(list, rule);
        add(list, std::move(rule));
    }

    /// Advice must reach cases the overlay does not apply to yet – how else would anybody grade one
    /// as major –, and counters count over all of them.
    template <typename Rule> void addOfEvery(QVector<Rule> &list, Rule rule)
    {
        nameApart(list, rule);
        list.append(std::move(rule));
    }

    template <typename Rule> void nameApart(const QVector<Rule> &list, Rule &rule) const
    {
        if (has(list, rule.id)) {
            rule.id = m_overlay.id + u'-' + rule.id;
        }
    }

    template <typename Rule>
    static void addMissing(QVector<Rule> &list, const QVector<Rule> &further)
    {
        for (const Rule &rule : further) {
            if (!has(list, rule.id)) {
                list.append(rule);
            }
        }
    }

    void addRolesAndStages()
    {
        addMissing(m_host.roles, m_overlay.roles);
        for (const StageRule &rule : m_overlay.stages) {
            if (m_host.stage(rule.stage) == nullptr) {
                m_host.stages.append(rule);
            }
        }
    }

    Regulation &m_host;
    const Regulation &m_overlay;
    QHash<QString, QString> m_names;
};

} // namespace

Regulation overlaid(const Regulation &host, const QVector<Regulation> &overlays)
{
    Regulation whole = host;
    for (const Regulation &overlay : overlays) {
        Laying(whole, overlay).run();
    }
    return whole;
}

const Regulation *newestOf(const QVector<Regulation> &packs, const QString &id)
{
    const Regulation *newest = nullptr;
    for (const Regulation &pack : packs) {
        if (pack.id == id && (newest == nullptr || pack.version > newest->version)) {
            newest = &pack;
        }
    }
    return newest;
}

Result<Regulation>
packNamed(const QVector<Regulation> &packs, const QString &id, const QStringList &with)
{
    const auto known = [&](bool overlays) {
        QStringList ids;
        for (const Regulation &pack : packs) {
            if (!ids.contains(pack.id) && (!overlays || pack.overlay)) {
                ids.append(pack.id);
            }
        }
        return ids.join(u' ');
    };
    const Regulation *host = newestOf(packs, id);
    if (host == nullptr) {
        return Error{u"regulation.unknown"_s, {{u"regulation"_s, id}, {u"known"_s, known(false)}}};
    }
    QVector<Regulation> overlays;
    for (const QString &one : with) {
        const Regulation *overlay = newestOf(packs, one);
        if (overlay == nullptr || !overlay->overlay) {
            return Error{u"regulation.notOverlay"_s,
                         {{u"regulation"_s, one}, {u"known"_s, known(true)}}};
        }
        overlays.append(*overlay);
    }
    return overlays.isEmpty() ? *host : overlaid(*host, overlays);
}

} // namespace huiyin
