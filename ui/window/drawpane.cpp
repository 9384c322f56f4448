// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <models/deadlinestate.h>
#include <report/period.h>
#include <window/drawpane.h>
#include <window/panejob.h>

#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace huiyin {

namespace {

/// What a verification of the case found, and until when it is to be put right.
QString foundWords(const UiGround &ground, const CaseFile &caseFile)
{
    const auto result = caseFile.text(u"verification");
    if (result.isEmpty()) {
        return DrawPane::tr("not verified yet");
    }
    QStringList words{choiceLabel(ground, QStringLiteral("verification"), result),
                      caseFile.text(u"issuesFound")};
    if (const auto due = caseFile.value(u"rectifyDueAt"); due.isDouble()) {
        words.append(DrawPane::tr("put right by %1")
                         .arg(DeadlineState::momentText(Instant::fromUtcMs(due.toInteger()),
                                                        ground.clock())));
    }
    words.removeAll(QString());
    return words.join(QStringLiteral("  "));
}

} // namespace

DrawPane::DrawPane(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_period(new QLineEdit(this))
    , m_seed(new QLineEdit(this))
    , m_draw(new QPushButton(tr("Draw cases"), this))
    , m_words(new QLabel(this))
    , m_table(new QTableWidget(this))
    , m_busy(new PaneJob(shell.jobs, m_table))
{
    m_period->setAccessibleName(tr("Closed in"));
    m_period->setPlaceholderText(QStringLiteral("2026-03"));
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setToolTip(tr("The same seed draws the same cases; agree on it before drawing."));
    m_table->setColumnCount(3);
    m_table->setHorizontalHeaderLabels({tr("Case no."), tr("Group"), tr("Found")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setAccessibleName(tr("Cases drawn"));
    m_table->setMinimumHeight(fontMetrics().height() * 5);
    m_words->setWordWrap(true);
    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Closed in"), m_period);
    form->addRow(tr("Seed"), m_seed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form);
    column->addWidget(m_draw, 0, Qt::AlignLeft);
    column->addWidget(m_words);
    column->addWidget(m_table, 1);
    connect(m_draw, &QPushButton::clicked, this, &DrawPane::draw);
    connect(m_seed, &QLineEdit::returnPressed, this, &DrawPane::draw);
    connect(m_table, &QTableWidget::cellActivated, this, &DrawPane::openCase);
}

void DrawPane::setDuty(const DutyRule &duty, const QString &period)
{
    const auto task = duty.id + QLatin1Char(':') + period;
    m_duty = duty;
    if (task == m_task) {
        return; // what was drawn for it stands
    }
    m_task = task;
    m_busy->drop();
    m_period->setText(period);
    m_seed->setText(period);
    m_table->setRowCount(0);
    m_table->hide();
    m_words->clear();
    m_words->hide();
}

void DrawPane::draw()
{
    const auto refuse = [this](const QString &sentence) {
        m_words->setText(sentence);
        m_words->show();
    };
    const auto period = Period::parse(m_period->text().trimmed());
    if (!period) {
        refuse(m_shell.sentence(period.error()));
        m_period->setFocus();
        return;
    }
    const auto plan = SamplePlan::fromJson(m_duty.draw);
    if (!plan) {
        refuse(m_shell.sentence(plan.error()));
        return;
    }
    const auto seed = m_seed->text().trimmed();
    if (seed.isEmpty()) {
        refuse(tr("Enter a seed: the same seed draws the same cases."));
        m_seed->setFocus();
        return;
    }
    const auto by = m_duty.draw.value(QLatin1String("by")).toString();
    m_table->show();
    m_busy->start(
        tr("Drawing cases"),
        [here = QPointer<DrawPane>(this),
         ground = m_shell.ground(),
         period = *period,
         plan = *plan,
         by,
         seed](Desk &desk, const Progress &) -> JobRunner::Finish {
            const auto drawn = desk.drawCases(period.from(), period.to(), plan, by, seed);
            QStringList found;
            for (const auto &one : drawn ? *drawn : QVector<SampleCandidate>()) {
                const auto id = desk.reader().byNumber(one.caseNo);
                const auto caseFile =
                    id ? desk.reader().caseFile(*id) : Result<CaseFile>(id.error());
                found.append(caseFile ? foundWords(ground, *caseFile) : QString());
            }
            return [here, drawn, found] {
                if (here) {
                    here->take(drawn, found);
                }
            };
        },
        [here = QPointer<DrawPane>(this)](const Error &error) {
            if (here) {
                here->take(error, {});
            }
        });
}

void DrawPane::take(const Result<QVector<SampleCandidate>> &drawn, const QStringList &found)
{
    m_table->setRowCount(0);
    m_words->show();
    if (!drawn) {
        m_words->setText(m_shell.sentence(drawn.error()));
        return;
    }
    m_words->setText(drawn->isEmpty()
                         ? tr("No case was closed in this period.")
                         : tr("%n case(s) drawn", nullptr, static_cast<int>(drawn->size())));
    m_table->setVisible(!drawn->isEmpty());
    for (const auto &one : *drawn) {
        const auto at = m_table->rowCount();
        m_table->insertRow(at);
        const QStringList cells{one.caseNo, one.stratum, found.value(at)};
        for (int column = 0; column < cells.size(); ++column) {
            auto *item = new QTableWidgetItem(cells.at(column));
            item->setToolTip(cells.at(column));
            m_table->setItem(at, column, item);
        }
    }
    m_table->resizeColumnToContents(0);
    m_table->resizeColumnToContents(1);
}

void DrawPane::openCase(int row)
{
    if (const auto *item = m_table->item(row, 0)) {
        if (const auto id = m_shell.desk.reader().byNumber(item->text())) {
            emit caseWanted(*id);
        } else {
            m_words->setText(m_shell.sentence(id.error()));
        }
    }
}

} // namespace huiyin
