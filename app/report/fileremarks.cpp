// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/sheetwords.h>
#include <report/fileremarks.h>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

/// Joins what holds in a filter, each with its name.
class Words
{
public:
    explicit Words(const TableWords &words)
        : m_words(words)
    {
    }

    [[nodiscard]] QString say(const QString &zh, const QString &en) const
    {
        return m_words.language == Language::Chinese ? zh : en;
    }

    void add(const QString &zh, const QString &en, const QString &value)
    {
        if (!value.isEmpty()) {
            m_parts.append(say(zh + u'：', en + u": "_s) + value);
        }
    }

    /// Choices of a field by their names.
    void add(const QString &zh, const QString &en, QStringView field, const QStringList &ids)
    {
        QStringList names;
        const CodeList *list = m_words.catalogue.choicesOf(field);
        for (const QString &id : ids) {
            const Choice *choice = list == nullptr ? nullptr : list->byId(id);
            names.append(choice == nullptr ? id : say(choice->zh, choice->en));
        }
        add(zh, en, names.join(say(u"、"_s, u", "_s)));
    }

    void add(const QString &zh, const QString &en, std::optional<bool> holds)
    {
        if (holds) {
            add(zh, en, *holds ? say(u"是"_s, u"yes"_s) : say(u"否"_s, u"no"_s));
        }
    }

    void add(const QString &zh,
             const QString &en,
             std::optional<Instant> from,
             std::optional<Instant> to)
    {
        const auto text = [](Instant at) { return at.toLocalText().left(16).replace(u'T', u' '); };
        if (from || to) {
            add(zh,
                en,
                (from ? text(*from) : QString()) +
                    say(u" 起"_s, u" and later"_s).repeated(from && !to) +
                    (from && to ? say(u" 至 "_s, u" to "_s) : QString()) +
                    (to ? text(*to) : QString()) +
                    say(u" 前"_s, u" (before)"_s).repeated(to.has_value()));
        }
    }

    [[nodiscard]] QString text() const
    {
        return m_parts.isEmpty() ? say(u"全部"_s, u"all"_s) : m_parts.join(say(u"；"_s, u"; "_s));
    }

private:
    const TableWords &m_words;
    QStringList m_parts;
};

} // namespace

TableWords tableWords(const Desk &desk, Language language)
{
    return {desk.library().catalogue,
            language,
            desk.officeName(),
            desk.hours(),
            &desk.regulation(),
            ownRegisterWords(desk, language == Language::Chinese)};
}

QString filterWords(const CaseFilter &filter, const TableWords &words)
{
    Words all(words);
    QStringList stages;
    for (const Stage stage : filter.stages) {
        stages.append(stageId(stage));
    }
    all.add(u"在办"_s, u"Open"_s, filter.open);
    all.add(u"状态"_s, u"Stage"_s, u"status", stages);
    all.add(u"类型"_s, u"Kind"_s, u"kind", filter.kinds);
    all.add(u"分类"_s, u"Category"_s, u"category", filter.categories);
    all.add(u"方式"_s, u"Channel"_s, u"channel", filter.channels);
    all.add(u"部门"_s, u"Department"_s, u"assignedDept", filter.departments);
    all.add(u"单位"_s, u"Office"_s, u"receivingUnit", filter.offices);
    all.add(u"承办人"_s, u"Handler"_s, filter.handler);
    all.add(u"待办部门"_s, u"Waiting in"_s, filter.waitingIn);
    all.add(u"受理"_s, u"Received"_s, filter.receivedFrom, filter.receivedBefore);
    all.add(u"办结"_s, u"Closed"_s, filter.closedFrom, filter.closedBefore);
    all.add(u"到期"_s, u"Due"_s, filter.dueFrom, filter.dueBefore);
    all.add(u"已超期"_s, u"Overdue"_s, std::nullopt, filter.overdueAt);
    all.add(u"当时超期"_s, u"Overdue then"_s, std::nullopt, filter.overdueThen);
    all.add(u"当时在办"_s, u"Open then"_s, std::nullopt, filter.openAt);
    all.add(u"按时办结"_s, u"Closed on time"_s, filter.closingOnTime);
    if (filter.closedAs) {
        all.add(u"办结为"_s, u"Closed as"_s, u"status", {stageId(*filter.closedAs)});
    }
    all.add(u"满意度"_s, u"Satisfaction"_s, u"satisfaction", filter.satisfactions);
    all.add(u"成立"_s, u"Founded"_s, u"foundedness", filter.foundedness);
    all.add(u"待补录"_s, u"Incomplete"_s, filter.incomplete);
    all.add(u"再次投诉"_s, u"Repeated"_s, filter.repeat);
    all.add(u"查找"_s, u"Words"_s, filter.text);
    all.add(u"电话"_s, u"Phone"_s, filter.phone);
    return all.text();
}

QVector<Remark> fileRemarks(const Desk &desk, Language language, const QString &chosen)
{
    const auto say = [&](const QString &zh, const QString &en) {
        return language == Language::Chinese ? zh : en;
    };
    const Regulation &regulation = desk.regulation();
    const QString actor = desk.actor().name.isEmpty() ? desk.actor().id : desk.actor().name;
    return {{say(u"说明"_s, u"Remarks"_s), {}},
            {say(u"单位"_s, u"Office"_s), desk.officeName()},
            {say(u"筛选"_s, u"Filter"_s), chosen},
            {say(u"导出时间"_s, u"Written at"_s),
             QString(desk.now().toLocalText()).left(16).replace(u'T', u' ')},
            {say(u"导出人"_s, u"Written by"_s), actor},
            {say(u"制度"_s, u"Regulation"_s),
             say(u"%1（%2，第 %3 版）"_s, u"%1 (%2, version %3)"_s)
                 .arg(say(regulation.zh, regulation.en), regulation.id)
                 .arg(regulation.version)}};
}

} // namespace huiyin
