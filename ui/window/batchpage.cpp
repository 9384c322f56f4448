// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/papergrid.h>
#include <forms/stepform.h>
#include <forms/theme.h>
#include <window/banner.h>
#include <window/batchpage.h>
#include <window/caseview.h>
#include <window/heading.h>
#include <window/panejob.h>
#include <window/regulationtables.h>

#include <QPointer>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

constexpr double kBesideFromHan = 58;

} // namespace

BatchPage::BatchPage(Shell &shell, const QVector<CaseId> &cases, const QString &command)
    : Page(shell)
    , m_command(command)
    , m_said(new Banner(this))
    , m_heading(new Heading(1.15, this))
    , m_table(plainTable(tr("Cases of this step"), this))
    , m_split(new QSplitter(this))
    , m_busy(new PaneJob(shell.jobs, m_split))
{
    const auto unit = spacingUnit(font());
    m_heading->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_said);
    column->addWidget(m_heading);
    column->addWidget(m_split, 1);
    m_split->addWidget(m_table);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    read(cases, command);
    showLines();
    connect(m_table, &QTableWidget::cellActivated, this, [this](int at) {
        emit caseWanted(m_lines.at(at).caseFile.id);
    });
    if (!m_offer) {
        setFocusProxy(m_table);
        return;
    }
    // The form begins empty: what one case holds is not meant for all.
    const auto first = std::find_if(
        m_lines.cbegin(), m_lines.cend(), [](const Line &line) { return line.why.isEmpty(); });
    auto bare = first->caseFile;
    bare.heads.clear();
    auto house = shell.house();
    house.regulation = shell.desk.regulationOf(bare);
    m_form = new StepForm(std::move(house), bare, *m_offer, m_split);
    m_split->addWidget(m_form);
    m_split->setStretchFactor(0, 4);
    m_split->setStretchFactor(1, 5);
    setFocusProxy(m_form);
    connect(m_form, &StepForm::submitted, this, &BatchPage::submit);
    connect(m_form, &StepForm::cancelled, this, &Page::done);
}

void BatchPage::read(const QVector<CaseId> &cases, const QString &command)
{
    QString wanted;
    for (const auto &id : cases) {
        const auto caseFile = m_shell.desk.reader().caseFile(id);
        if (!caseFile) {
            m_said->say(m_shell.sentence(caseFile.error()), Severity::Warning);
            continue;
        }
        const auto steps = m_shell.desk.steps(*caseFile);
        const auto action = CaseView::stepFor(command, steps);
        const auto step = std::find_if(steps.cbegin(), steps.cend(), [&](const StepOffer &offer) {
            return offer.action == action;
        });
        Line line{*caseFile};
        if (action.isEmpty()) {
            line.why = tr("This step is not part of the regulation at this stage.");
        } else if (!step->allowed) {
            line.why = step->obstacles.isEmpty() ? tr("This step cannot be taken now.")
                                                 : m_shell.sentence(step->obstacles.first());
        } else if (wanted.isEmpty()) {
            wanted = action;
            m_offer = *step;
        } else if (action != wanted) {
            line.why = tr("Another step is due with this case; open it.");
        } else {
            for (const auto &field : step->needs) {
                if (!m_offer->needs.contains(field)) {
                    m_offer->needs.append(field);
                }
            }
        }
        m_lines.append(line);
    }
}

int BatchPage::going() const
{
    return static_cast<int>(std::count_if(
        m_lines.cbegin(), m_lines.cend(), [](const Line &line) { return line.why.isEmpty(); }));
}

void BatchPage::showLines()
{
    const auto ground = m_shell.ground();
    RegulationTable table{
        {tr("Case no."), tr("Complainant"), tr("Stage"), tr("Goes along")}, 3, {}};
    for (const auto &line : std::as_const(m_lines)) {
        const auto goes = line.why.isEmpty() ? tr("yes") : line.why;
        table.rows.append({{line.caseFile.caseNo,
                            line.caseFile.text(u"complainantName"),
                            stageLabel(ground, line.caseFile),
                            goes},
                           goes,
                           !line.why.isEmpty()});
    }
    fillTable(m_table, table);
    m_heading->setText(
        m_offer ? tr("%1: %n case(s)", nullptr, going())
                      .arg(m_shell.language == Language::Chinese ? m_offer->zh : m_offer->en)
                : tr("With none of these cases this step can be taken."));
}

void BatchPage::submit(const QString &action, const QJsonObject &input)
{
    if (m_busy->running()) {
        return;
    }
    QVector<CaseId> asked;
    for (const auto &line : std::as_const(m_lines)) {
        if (line.why.isEmpty()) {
            asked.append(line.caseFile.id);
        }
    }
    m_busy->startLasting(
        m_shell.commands.words(m_command),
        [here = QPointer<BatchPage>(this),
         &window = m_shell.desk,
         library = m_shell.library,
         language = m_shell.language,
         asked,
         action,
         input](Desk &desk, const Progress &progress) -> JobRunner::Finish {
            Taken taken;
            for (const auto &id : asked) {
                QString why;
                if (progress && !progress(taken.why.size(), asked.size())) {
                    why = tr("Stopped before this case.");
                } else if (const auto outcome = desk.act(id, action, input); !outcome) {
                    why = library->texts.sentence(outcome.error(), language);
                } else if (refuses(outcome->findings)) {
                    why = library->texts.sentence(outcome->findings.first(), language);
                } else {
                    taken.done.append({id, outcome->recorded});
                }
                taken.why.append(why);
            }
            return [here, &window, taken, asked] {
                window.reread();
                if (here) {
                    here->finish(taken, asked);
                }
            };
        },
        [here = QPointer<BatchPage>(this)](const Error &error) {
            if (here) {
                here->m_form->showError(error);
            }
        });
}

std::function<QString()> BatchPage::undoOf(const QVector<Done> &done) const
{
    return [&shell = m_shell, done]() -> QString {
        int back = 0;
        QString trouble;
        for (const auto &one : done) {
            const auto outcome = shell.desk.undo(one.id, one.events);
            if (!outcome) {
                trouble = shell.sentence(outcome.error());
            } else if (refuses(outcome->findings)) {
                trouble = shell.sentence(outcome->findings.first());
            } else {
                ++back;
            }
        }
        const auto words = tr("Undone with %n case(s); both stand in the timeline.", nullptr, back);
        return trouble.isEmpty() ? words : words + QLatin1Char(' ') + trouble;
    };
}

void BatchPage::finish(const Taken &taken, const QVector<CaseId> &asked)
{
    const auto done = static_cast<int>(taken.done.size());
    const auto name = m_shell.language == Language::Chinese ? m_offer->zh : m_offer->en;
    if (done > 0) {
        emit undoOffered(
            tr("%1: done with %n case(s).", nullptr, done).arg(name), kUndoMs, undoOf(taken.done));
    }
    QVector<Line> left;
    for (const auto &line : std::as_const(m_lines)) {
        const auto at = asked.indexOf(line.caseFile.id);
        if (at < 0) {
            left.append(line);
        } else if (!taken.why.at(at).isEmpty()) {
            left.append({line.caseFile, taken.why.at(at)});
        }
    }
    if (left.isEmpty()) {
        emit this->done();
        return;
    }
    m_lines = left;
    showLines();
    m_heading->setText(tr("%n case(s) stay as they are", nullptr, static_cast<int>(left.size())));
    if (done > 0) {
        m_form->hide();
        m_said->say(tr("Done with %n case(s). The others need a look each: Enter opens one.",
                       nullptr,
                       done),
                    Severity::Warning);
        m_table->setFocus();
    } else {
        // The words stay: what was missing can be added and sent again.
        m_said->say(left.first().why, Severity::Refusal);
        for (auto &line : m_lines) {
            if (asked.contains(line.caseFile.id)) {
                line.why.clear();
            }
        }
    }
    m_said->offerDismissal();
}

QString BatchPage::title() const
{
    return tr("%1 %n case(s)", nullptr, static_cast<int>(m_lines.size()))
        .arg(m_shell.commands.words(m_command));
}

QString BatchPage::iconName() const
{
    for (const auto &entry : CommandRegistry::table()) {
        if (m_command == QLatin1String(entry.id)) {
            return QString::fromLatin1(entry.icon);
        }
    }
    return {};
}

std::optional<CommandState> BatchPage::state(const QString &command) const
{
    if (command == QLatin1String("form.submit")) {
        return CommandState{m_form && !m_form->isHidden(),
                            tr("With none of these cases this step can be taken.")};
    }
    return std::nullopt;
}

void BatchPage::perform(const QString &command)
{
    if (command == QLatin1String("form.submit")) {
        m_form->submit();
    }
}

QList<QWidget *> BatchPage::panes() const
{
    QList<QWidget *> panes = {m_table};
    if (m_form && !m_form->isHidden()) {
        panes.append(m_form);
    }
    return panes;
}

void BatchPage::setWidthInHan(double han)
{
    m_split->setOrientation(han < kBesideFromHan ? Qt::Vertical : Qt::Horizontal);
}

} // namespace huiyin
