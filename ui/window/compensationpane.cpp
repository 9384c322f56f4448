// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/capitals.h>
#include <forms/findingbar.h>
#include <forms/moneyedit.h>
#include <forms/papergrid.h>
#include <forms/quietlabel.h>
#include <forms/quietscroll.h>
#include <paper/fieldwords.h>
#include <window/casedraft.h>
#include <window/compensationbases.h>
#include <window/compensationpane.h>
#include <window/compensationrow.h>
#include <window/heading.h>

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

const auto kAction = QStringLiteral("compensate");
const auto kItems = QStringLiteral("items");
const auto kBases = QStringLiteral("bases");
const auto kPaid = QStringLiteral("paid");

} // namespace

CompensationPane::CompensationPane(Shell &shell, QWidget *parent)
    : CasePart(parent)
    , m_shell(shell)
{
    buildFrame();
    m_draft = new CaseDraft(
        shell, [this] { return words(); }, this);
    connect(m_draft, &CaseDraft::saved, this, &CompensationPane::draftSaved);
    connect(m_draft, &CaseDraft::failed, this, &CompensationPane::draftFailed);
    connect(m_record, &QPushButton::clicked, this, &CompensationPane::submit);
    connect(m_print, &QPushButton::clicked, this, [this] { emit printWanted(m_sheet); });
}

void CompensationPane::buildFrame()
{
    const int unit = spacingUnit(font());
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, unit * 2);
    outer->setSpacing(unit);
    auto *inside = new QWidget(this);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(unit * 3, unit * 3, unit * 3, unit * 2);
    outer->addWidget(quietScroll(inside, this), 1);
    m_bar = new FindingBar(this);
    m_bar->setVisible(false);
    m_approval = new QuietLabel({}, this, Theme::Role::Warning);
    m_approval->setObjectName(QStringLiteral("approval"));
    m_total = new Heading(1.15, this);
    m_total->setObjectName(QStringLiteral("total"));
    m_total->setAlignment(Qt::AlignRight);
    m_capitals = new QuietLabel({}, this);
    m_capitals->setObjectName(QStringLiteral("capitals"));
    m_capitals->setAlignment(Qt::AlignRight);
    m_print = new QPushButton(Theme::icon(QStringLiteral("printer")), tr("Print"), this);
    m_record = new QPushButton(tr("Record F8"), this);
    for (auto *button : {m_print, m_record}) {
        button->setAccessibleName(button->text());
    }
    auto *sums = new QVBoxLayout;
    sums->setSpacing(0);
    sums->addWidget(m_total);
    sums->addWidget(m_capitals);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(unit * 3, 0, unit * 3, 0);
    foot->setSpacing(unit * 3);
    foot->addWidget(m_approval, 1);
    foot->addLayout(sums);
    foot->addWidget(m_print);
    foot->addWidget(m_record);
    outer->addWidget(m_bar);
    outer->addLayout(foot);
}

QString CompensationPane::words(const QString &zh, const QString &en) const
{
    return m_shell.language == Language::Chinese || en.isEmpty() ? zh : en;
}

void CompensationPane::showCase(const CaseFile &caseFile, const QVector<StepOffer> &steps)
{
    const bool first = !m_case;
    m_case = caseFile;
    QString reasons;
    m_allowed = false;
    for (const StepOffer &offer : steps) {
        if (offer.action == kAction) {
            m_allowed = offer.allowed;
            reasons = m_shell.sentences(offer.obstacles).join(QString());
        }
    }
    const Regulation &regulation = m_shell.desk.regulationOf(caseFile);
    const QJsonObject fields = caseFile.fields();
    QString shown = QStringLiteral("%1/%2").arg(regulation.id).arg(regulation.version);
    for (const CompensationRule &rule : regulation.compensations) {
        shown += rule.when.holds(fields) ? QLatin1Char('/') + rule.id : QString();
    }
    if (shown != m_shown || !m_dirty) {
        m_shown = shown;
        build();
    }
    if (first) {
        const auto drafts = CaseDraft::of(m_shell, caseFile.id);
        const auto begun = drafts.constFind(kAction);
        const bool any = begun != drafts.cend();
        if (any) {
            resume(begun->draft);
        }
        m_draft->belongTo(caseFile.id, kAction, any ? std::optional(begun->id) : std::nullopt);
    }
    m_record->setToolTip(reasons);
    m_record->setAccessibleDescription(reasons);
    showPrint();
    reckon();
}

void CompensationPane::showPrint()
{
    m_sheet.clear();
    for (const CompensationRule &rule : m_shell.desk.regulationOf(*m_case).compensations) {
        if (m_sheet.isEmpty() && m_shell.desk.sheets().contains(rule.sheet)) {
            m_sheet = rule.sheet;
        }
    }
    const bool any = !m_case->value(u"compensationItems").toArray().isEmpty();
    m_print->setVisible(!m_sheet.isEmpty());
    m_print->setEnabled(any);
    m_print->setToolTip(any ? compensationNote(m_shell.language == Language::Chinese)
                            : tr("Record the sheet first; what is recorded is printed."));
    m_print->setAccessibleDescription(m_print->toolTip());
}

void CompensationPane::build()
{
    if (m_page) {
        m_page->hide();
        m_page->deleteLater(); // a button on it may have led here
    }
    m_page = new QWidget(this);
    m_rows.clear();
    m_dirty = false;
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacingUnit(font()) * 2);
    column->addWidget(new QuietLabel(
        compensationNote(m_shell.language == Language::Chinese), m_page, Theme::Role::Warning));
    m_bases = new CompensationBases(m_shell, *m_case, m_page);
    column->addWidget(m_bases);
    connect(m_bases, &CompensationBases::edited, this, &CompensationPane::typed);
    addItems(*column);
    addTotal(*column);
    column->addStretch(1);
    m_column->addWidget(m_page);
    m_untouched = {};
    m_untouched = words();
}

void CompensationPane::addItems(QVBoxLayout &column)
{
    const int unit = spacingUnit(font());
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(unit * 3);
    grid->setVerticalSpacing(unit);
    grid->setColumnStretch(1, 1);
    column.addLayout(grid);
    QStringList absent;
    QStringList askedOf;
    const Regulation &regulation = m_shell.desk.regulationOf(*m_case);
    const QJsonObject fields = m_case->fields();
    for (const CompensationRule &rule : regulation.compensations) {
        if (!rule.when.holds(fields)) {
            absent.append(words(rule.zh, rule.en));
            for (const auto &field : rule.when.fields()) {
                askedOf.append(fieldLabel(m_shell.ground(), field));
            }
            continue;
        }
        auto *row = new CompensationRow(m_shell, regulation, rule, *grid, m_page);
        for (const auto &item : m_case->value(u"compensationItems").toArray()) {
            if (item.toObject().value(QLatin1String("item")) == rule.id) {
                row->resume(item.toObject().value(QLatin1String("claim")).toObject());
            }
        }
        connect(row, &CompensationRow::edited, this, &CompensationPane::typed);
        m_rows.append(row);
    }
    if (!absent.isEmpty()) {
        askedOf.removeDuplicates();
        const auto between = listSeparator(m_shell.ground());
        auto *label = new QuietLabel(
            tr("The regulation has these for other kinds of case: %1. What decides is: %2.")
                .arg(absent.join(between), askedOf.join(between)),
            m_page);
        label->setObjectName(QStringLiteral("absent"));
        column.addWidget(label);
    }
}

void CompensationPane::addTotal(QVBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(spacingUnit(font()) * 2);
    auto *label = new QLabel(tr("Paid before"), m_page);
    m_paidBefore = new MoneyEdit(tr("Paid before"), m_page);
    if (const auto paid = m_case->value(u"paidBefore"); paid.isDouble()) {
        m_paidBefore->setFen(paid.toInteger());
    }
    label->setBuddy(m_paidBefore);
    row->addWidget(label);
    row->addWidget(m_paidBefore);
    row->addStretch(1);
    column.addLayout(row);
    connect(m_paidBefore, &QLineEdit::textEdited, this, &CompensationPane::typed);
    auto *heading = new Heading(1, m_page);
    heading->setText(tr("Signature and receipt"));
    column.addWidget(heading);
    const QStringList fields{QStringLiteral("approverSign"),
                             QStringLiteral("settlementNo"),
                             QStringLiteral("receiptAmount"),
                             QStringLiteral("receiptSign"),
                             QStringLiteral("paidAt")};
    m_grid = new PaperGrid(m_shell.house(), fields, {}, m_page);
    ComplaintDraft draft;
    for (const QString &field : fields) {
        if (const auto value = m_case->value(field); !value.isUndefined() && !value.isNull()) {
            draft.fields.insert(field, value);
        }
    }
    m_grid->setDraft(draft);
    connect(m_grid, &PaperGrid::edited, this, &CompensationPane::typed);
    column.addWidget(m_grid);
}

QJsonObject CompensationPane::input() const
{
    QJsonObject items;
    for (const CompensationRow *row : m_rows) {
        if (const auto claim = row->claim()) {
            items.insert(row->item(), *claim);
        }
    }
    QJsonObject input{{kItems, items}};
    m_bases->addTo(input);
    if (const auto paid = m_paidBefore->fen()) {
        input.insert(QStringLiteral("paidBeforeFen"), *paid);
    }
    return input;
}

void CompensationPane::typed()
{
    m_dirty = true;
    reckon();
    m_draft->touched();
}

void CompensationPane::reckon()
{
    const QJsonObject now = input();
    const CompensationSheet sheet = m_shell.desk.compensationFor(*m_case, now);
    for (CompensationRow *row : std::as_const(m_rows)) {
        row->showResult(sheet);
    }
    showSum(sheet);
    m_record->setEnabled(m_allowed && !now.value(kItems).toObject().isEmpty());
}

void CompensationPane::showSum(const CompensationSheet &sheet)
{
    const qint64 payable = std::max<qint64>(sheet.payableFen, 0);
    m_total->setText(
        sheet.payableFen == sheet.totalFen
            ? tr("Sum %1 yuan").arg(yuanText(sheet.totalFen))
            : tr("Sum %1 yuan, payable %2 yuan").arg(yuanText(sheet.totalFen), yuanText(payable)));
    m_capitals->setText(m_shell.language == Language::Chinese && payable > 0
                            ? tr("In capitals: %1").arg(capitals(payable))
                            : QString());
    m_capitals->setVisible(!m_capitals->text().isEmpty());
    QStringList roles;
    for (const CompensationLine &line : sheet.lines) {
        for (const QString &id : line.aboveCeiling ? line.approve : QStringList()) {
            const RoleRule *role = m_shell.desk.regulationOf(*m_case).role(id);
            roles.append(role == nullptr ? id : words(role->zh, role->en));
        }
    }
    roles.removeDuplicates();
    m_approval->setText(roles.isEmpty() ? QString()
                                        : tr("Above the ceiling: %1 must sign.")
                                              .arg(roles.join(listSeparator(m_shell.ground()))));
}

bool CompensationPane::takes(const QString &action) const { return action == kAction; }

void CompensationPane::submit()
{
    if (!m_record->isEnabled()) {
        return;
    }
    QJsonObject all = input();
    const ComplaintDraft draft = m_grid->draft();
    for (const auto *typed : {&draft.fields, &draft.raw}) {
        for (auto it = typed->constBegin(); it != typed->constEnd(); ++it) {
            if (m_case->value(it.key()) != it.value()) {
                all.insert(it.key(), it.value());
            }
        }
    }
    emit submitted(kAction, all);
}

void CompensationPane::keep() { m_draft->keep(); }

ComplaintDraft CompensationPane::words() const
{
    ComplaintDraft words = m_grid->draft();
    QJsonObject items;
    for (const CompensationRow *row : m_rows) {
        if (const auto typed = row->typed(); !typed.isEmpty()) {
            items.insert(row->item(), typed);
        }
    }
    words.fields.insert(kItems, items);
    words.fields.insert(kBases, m_bases->typed());
    words.fields.insert(kPaid, m_paidBefore->text());
    const bool same = words.fields == m_untouched.fields && words.raw == m_untouched.raw;
    return same ? ComplaintDraft() : words;
}

void CompensationPane::resume(const ComplaintDraft &typed)
{
    const QJsonObject items = typed.fields.value(kItems).toObject();
    for (CompensationRow *row : std::as_const(m_rows)) {
        row->resumeTyped(items.value(row->item()).toObject());
    }
    m_bases->resume(typed.fields.value(kBases).toObject());
    m_paidBefore->setText(typed.fields.value(kPaid).toString());
    ComplaintDraft receipt = typed;
    for (const auto &key : {kItems, kBases, kPaid}) {
        receipt.fields.remove(key);
    }
    m_grid->setDraft(receipt);
    m_dirty = true;
}

void CompensationPane::recorded()
{
    m_draft->drop();
    m_dirty = false;
    m_bar->clear();
    m_bar->setVisible(false);
}

void CompensationPane::showFindings(const Findings &findings)
{
    const Findings rest = m_grid->showFindings(findings);
    m_bar->setFindings(rest, m_shell.library->texts, m_shell.language);
    m_bar->setVisible(!rest.isEmpty());
}

void CompensationPane::showError(const Error &error)
{
    m_bar->setError(m_shell.sentence(error));
    m_bar->setVisible(true);
}

} // namespace huiyin
