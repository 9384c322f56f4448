// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The disk fails in the middle: whatever the desk was asked, it says so and writes nothing.

#include <desk/closedmonths.h>
#include <desk/soldunits.h>
#include <support/brokenstatement.h>

#include <QTemporaryDir>

#include "deskfixture.h"

using namespace huiyin;
using namespace huiyin::support;
using namespace Qt::StringLiterals;

namespace {

using Told = std::optional<QString>;

Told told(const Findings &findings)
{
    const QStringList codes = DeskFixture::codes(findings);
    return codes.isEmpty() ? Told() : Told(codes.first());
}

template <typename T> Told told(const Result<T> &result)
{
    return result ? Told() : Told(result.error().code);
}

Told told(const Result<Outcome> &outcome)
{
    return outcome ? told(outcome->findings) : Told(outcome.error().code);
}

Told told(const Result<QVector<CaseAnswer>> &answers)
{
    return answers ? told(answers->first().findings) : Told(answers.error().code);
}

/// A case file with something of everything: an open case, one lent, one signed for destruction,
/// one destroyed, an import, a month that was closed.
class House
{
public:
    House()
    {
        must(desk().useRegulation(u"standard"_s));
        open = m_fixture.recorded().id;
        m_fixture.setNow(u"2026-03-03T09:00"_s);
        filed = this->file(u"赵大明"_s);
        act(this->file(u"孙大明"_s),
            u"lend"_s,
            {{u"borrower"_s, u"物流部长"_s},
             {u"borrowerDept"_s, u"物流部"_s},
             {u"loanMode"_s, u"Consult"_s},
             {u"lentAt"_s, u"2026-03-03"_s},
             {u"dueBack"_s, u"2026-03-10"_s},
             {u"purpose"_s, u"复核"_s}});
        const CaseId gone = this->file(u"钱大明"_s);
        batch = import(u"张三"_s)->batch;
        m_fixture.setNow(u"2026-04-02T09:00"_s);
        must(enterSold(desk(), {{u"2026-03"_s, u"水壶"_s, u"1200"_s}}));
        must(closeMonth(desk(), u"2026-03"_s));
        m_fixture.setNow(u"2026-07-01T09:00"_s);
        for (const CaseId &one : {filed, gone}) {
            as(u"dang"_s);
            act(one, u"proposeDestruction"_s, {});
            as(u"bu"_s);
            act(one, u"approveDestruction"_s, {{u"witnessSign"_s, u"王姐"_s}});
        }
        if (const auto destroyed = desk().destroy({gone}, u"公司档案管理办法第九条"_s);
            told(destroyed)) {
            qFatal("not destroyed: %s", qPrintable(*told(destroyed)));
        }
    }

    [[nodiscard]] Desk &desk() { return m_fixture.desk(); }

    [[nodiscard]] const CaseReader &reader() { return m_fixture.desk().reader(); }

    [[nodiscard]] Result<ImportSummary> import(const QString &name)
    {
        QFile file(m_folder.filePath(u"old.csv"_s));
        const QByteArray text = "登记日期,投诉人,联系电话,投诉内容\n2026-02-27," + name.toUtf8() +
                                ",13800138000,送货迟到\n2026-02-27,李四,13800138001,少货\n";
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush()) {
            qFatal("cannot write the register");
        }
        return desk().importRegister(file.fileName(), {}, {});
    }

    [[nodiscard]] Regulation tob() { return *desk().regulationNamed(u"tob"_s); }

    CaseId open = CaseId::make(Instant::fromUtcMs(0), QByteArray(10, '0'));
    CaseId filed = open;
    QString batch;

private:
    static void must(const Result<Outcome> &outcome)
    {
        if (const Told code = told(outcome)) {
            qFatal("refused: %s", qPrintable(*code));
        }
    }

    void as(const QString &person)
    {
        if (!desk().setActor(person)) {
            qFatal("not let in");
        }
    }

    void act(const CaseId &id, const QString &action, const QJsonObject &input)
    {
        must(desk().act(id, action, input));
    }

    CaseId file(const QString &name)
    {
        const CaseId id = m_fixture
                              .recorded({{u"complainantName"_s, name},
                                         {u"phone"_s, u"13900139000"_s},
                                         {u"content"_s, name + u"收到的外包装破损进水"_s}})
                              .id;
        act(id,
            u"transfer"_s,
            {{u"assignedDept"_s, u"物流部"_s}, {u"handlingOpinion"_s, u"请核实"_s}});
        act(id,
            u"result"_s,
            {{u"resultSummary"_s, u"已换货"_s},
             {u"respDept"_s, u"物流部"_s},
             {u"foundedness"_s, u"Founded"_s}});
        act(id, u"reply"_s, {{u"replyMode"_s, u"Phone"_s}, {u"replyText"_s, u"已换货并致歉"_s}});
        act(id, u"visit"_s, {{u"satisfaction"_s, u"Satisfied"_s}});
        act(id, u"close"_s, {});
        act(id,
            u"archive"_s,
            {{u"retention"_s, u"OneYear"_s}, {u"retainUntil"_s, u"2026-06-30"_s}});
        return id;
    }

    DeskFixture m_fixture;
    QTemporaryDir m_folder;
};

Day day(const QString &text) { return *Day::parse(text); }

using Act = std::function<Told(House &)>;

/// What can be asked of a desk, by name.
QMap<QString, Act> acts()
{
    return {
        {u"tasks"_s, [](House &at) { return told(at.desk().tasks(false)); }},
        {u"inbox"_s, [](House &at) { return told(at.desk().inbox()); }},
        {u"penalties"_s, [](House &at) { return told(at.desk().penalties(u"2026-03"_s)); }},
        {u"retention"_s,
         [](House &at) { return told(at.desk().retentionDue(day(u"2026-07-01"_s))); }},
        {u"copies"_s, [](House &at) { return told(at.desk().copiesLeft({at.filed})); }},
        {u"loans"_s, [](House &at) { return told(at.desk().loans()); }},
        {u"destroyed"_s, [](House &at) { return told(at.desk().destroyed()); }},
        {u"plan a move"_s, [](House &at) { return told(at.desk().planMove(u"tob"_s)); }},
        {u"draw"_s,
         [](House &at) {
             return told(at.desk().drawCases(day(u"2026-03-01"_s),
                                             day(u"2026-03-31"_s),
                                             {1000, {}, 1},
                                             u"assignedDept"_s,
                                             u"1"_s));
         }},
        {u"try"_s,
         [](House &at) {
             return told(
                 at.desk().tryRegulation(at.tob(), day(u"2026-03-01"_s), day(u"2026-03-31"_s)));
         }},
        {u"plan a calendar"_s,
         [](House &at) {
             return told(
                 at.desk()
                     .planCalendar(QByteArrayLiteral("国务院办公厅关于2027年部分节假日安排的"
                                                     "通知\n一、元旦：1月1日放假。\n"))
                     .findings);
         }},
        {u"month to close"_s,
         [](House &at) { return told(monthToClose(at.reader(), at.desk().now())); }},
        {u"sold units"_s, [](House &at) { return told(soldUnits(at.reader())); }},
        {u"corrections"_s,
         [](House &at) {
             const auto months = closedMonths(at.reader());
             if (!months) {
                 return told(months);
             }
             const auto march = ClosedMonth::fromJson(u"2026-03"_s, months->value(u"2026-03"_s));
             const auto late = lateChanges(at.reader(), {*march});
             return late ? told(correctedSince(at.reader(), {*march})) : told(late);
         }},
        {u"take a step"_s,
         [](House &at) {
             return told(at.desk().act(at.open, u"note"_s, {{u"text"_s, u"已电话核实"_s}}));
         }},
        {u"close a month"_s, [](House &at) { return told(closeMonth(at.desk(), u"2026-04"_s)); }},
        {u"enter units sold"_s,
         [](House &at) {
             return told(enterSold(at.desk(), {{u"2026-06"_s, u"水壶"_s, u"1300"_s}}));
         }},
        {u"set office hours"_s,
         [](House &at) {
             return told(
                 at.desk().setHours(uR"({"close":"17:00","periods":[["08:00","17:00"]]})"_s));
         }},
        {u"use a pack"_s, [](House &at) { return told(at.desk().useRegulation(u"tob"_s)); }},
        {u"add a person"_s,
         [](House &at) {
             return told(
                 at.desk().addPerson({u"wang"_s, u"王姐"_s, u"客服部"_s, {u"clerk"_s}, true}));
         }},
        {u"sign a destruction"_s,
         [](House &at) { return told(at.desk().signDestruction({at.filed}, false)); }},
        {u"move cases"_s,
         [](House &at) {
             const auto plan = at.desk().planMove(u"tob"_s);
             return plan ? told(at.desk().moveCases(*plan, u"新制度生效"_s)) : told(plan);
         }},
        {u"destroy"_s,
         [](House &at) {
             return told(at.desk().destroy({at.filed}, u"公司档案管理办法第九条"_s));
         }},
        {u"take an import back"_s, [](House &at) { return told(at.desk().undoImport(at.batch)); }},
        {u"import"_s, [](House &at) { return told(at.import(u"孙六"_s)); }},
    };
}

} // namespace

class TestBrokenStatements : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { watchStatements(); }

    void theDeskTellsOfEveryOne_data()
    {
        QTest::addColumn<QString>("act");
        const auto names = acts().keys();
        for (const QString &name : names) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }

    void theDeskTellsOfEveryOne()
    {
        QFETCH(const QString, act);
        House at;
        const Act wanted = acts().value(act);
        QCOMPARE(brokenInSilence([&] { return wanted(at); }).join(u'\n'), QString());
    }

    /// Whether somebody complained before is a help, no reason to send a complainant away.
    void aComplaintIsRecordedThoughEarlierOnesCannotBeLookedUp()
    {
        House at;
        const QStringList silent = brokenInSilence([&] {
            ComplaintDraft draft;
            draft.fields = DeskFixture::complaint({{u"receivedAt"_s, u"2026-07-01T08:50:00"_s}});
            return told(at.desk().record(draft));
        });
        for (const QString &sql : silent) {
            QVERIFY2(sql.contains(u"c.reply_utc_ms, c.closed_utc_ms, c.open FROM"_s),
                     qPrintable(sql));
        }
    }

    /// No roster read is not an empty roster, which would let everybody do everything.
    void aDeskThatCannotReadTheHouseKeepsWhatItKnows()
    {
        DeskFixture at;
        Desk &desk = at.desk();
        const auto added = desk.addPerson({u"wang"_s, u"王姐"_s, u"客服部"_s, {u"clerk"_s}, true});
        QCOMPARE(told(added), Told());
        QVERIFY(!desk.actor().unrestricted);
        const auto lost = brokenInSilence([&] {
            desk.reread();
            return desk.actor().unrestricted || desk.people().size() != 1 ||
                           desk.regulation().id != u"tob"
                       ? Told()
                       : Told(u"kept"_s);
        });
        QCOMPARE(lost, QStringList{u"whole: kept"_s});
    }
};

QTEST_GUILESS_MAIN(TestBrokenStatements)
#include "tst_brokenstatements.moc"
