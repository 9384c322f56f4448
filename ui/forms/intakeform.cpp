// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/callerpanel.h>
#include <forms/deadlinebox.h>
#include <forms/findingbar.h>
#include <forms/intakeform.h>
#include <forms/papergrid.h>
#include <forms/theme.h>

#include <QJsonArray>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QTimer>

#include <algorithm>

namespace huiyin {

namespace {

const QString kPhone = QStringLiteral("phone");
const QString kName = QStringLiteral("complainantName");
const QString kReceivedAt = QStringLiteral("receivedAt");
const QString kRecorderSign = QStringLiteral("recorderSign");
const QString kAttachments = QStringLiteral("attachments");

} // namespace

void IntakeForm::preset()
{
    m_presets = {};
    const auto put = [this](const QString &field, const QJsonValue &value) {
        const Cell *cell = m_grid->cell(field);
        if (cell && cell->isBlank() && !value.toString().isEmpty()) {
            m_grid->setFieldValue(field, value);
            m_presets.insert(field, value);
        }
    };
    put(QStringLiteral("channel"), QStringLiteral("Phone"));
    put(QStringLiteral("kind"), QStringLiteral("Complaint"));
    put(QStringLiteral("urgency"), QStringLiteral("Normal"));
    put(QStringLiteral("receivingUnit"), m_house.officeName);
    put(QStringLiteral("registeredBy"), m_house.ground.actorName);
}

void IntakeForm::startNew()
{
    if (m_keeper.dirty()) {
        saveNow();
    }
    m_saveTimer->stop();
    m_keeper.saved();
    m_draftId.reset();
    m_startedAt.reset();
    m_grid->setDraft({});
    preset();
    m_bar->clear();
    m_caller->lookUp({}, {});
    showSide(Side::Deadlines);
    refreshHeader();
    refreshMissing();
    refreshPreview();
    const QStringList path = m_grid->fastPath();
    m_grid->focusField(path.value(0));
    if (const Cell *first = m_grid->cell(path.value(0))) {
        setFocusProxy(const_cast<Cell *>(first)->editor());
    }
    emit titleChanged(tabTitle());
}

ComplaintDraft IntakeForm::draft() const
{
    ComplaintDraft draft = m_grid->draft();
    draft.sheet = m_sheet.key();
    draft.startedAt = m_startedAt;
    return draft;
}

StoredDraft IntakeForm::storedDraft() const
{
    const Instant now = m_house.ground.clock();
    return StoredDraft{m_draftId.value_or(DraftId::make(
                           now, m_house.random ? m_house.random(10) : QByteArray(10, '\0'))),
                       m_house.ground.actorId,
                       std::nullopt,
                       {},
                       draft(),
                       now};
}

void IntakeForm::resume(const StoredDraft &draft)
{
    if (m_keeper.dirty()) {
        saveNow();
    }
    m_draftId = draft.id;
    m_startedAt = draft.draft.startedAt;
    m_presets = {};
    m_grid->setDraft(draft.draft);
    m_keeper.saved();
    m_bar->clear();
    refreshHeader();
    refreshMissing();
    refreshPreview();
    lookUpCaller();
    emit titleChanged(tabTitle());
}

void IntakeForm::takeCaller(const QString &phone, const QJsonObject &known)
{
    setFields(known);
    m_grid->setFieldValue(kPhone, phone);
    touched(kPhone);
    lookUpCaller();
    for (const QString &field : m_grid->fastPath()) {
        if (m_grid->cell(field)->isBlank()) {
            m_grid->focusField(field);
            break;
        }
    }
}

void IntakeForm::setFields(const QJsonObject &fields)
{
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        m_grid->setFieldValue(it.key(), it.value());
        touched(it.key());
    }
}

void IntakeForm::setPrevious(const QJsonObject &fields) { m_grid->setPrevious(fields); }

void IntakeForm::showFindings(const Findings &findings)
{
    const Findings rest = m_grid->showFindings(findings);
    m_bar->setFindings(rest, m_house.ground.library->texts, m_house.ground.language);
    if (refuses(findings)) {
        if (const QString first = m_grid->firstFindingField(); !first.isEmpty()) {
            m_grid->focusField(first);
        }
    }
}

void IntakeForm::recorded()
{
    if (m_draftId && m_house.log) {
        m_house.log->dropDraft(*m_draftId);
    }
    m_keeper.saved();
    startNew();
}

void IntakeForm::showError(const Error &error)
{
    m_bar->setError(m_house.ground.library->texts.sentence(error, m_house.ground.language));
}

void IntakeForm::addAttachment(const Attachment &attachment)
{
    Cell *cell = m_grid->cell(kAttachments);
    QJsonArray files = cell ? cell->value().toArray() : QJsonArray();
    files.append(QJsonObject{{QStringLiteral("hash"), attachment.hash},
                             {QStringLiteral("name"), attachment.name},
                             {QStringLiteral("size"), attachment.size},
                             {QStringLiteral("kind"), attachment.kind},
                             {QStringLiteral("pages"), attachment.pages}});
    m_grid->setFieldValue(kAttachments, files);
    touched(kAttachments);
}

void IntakeForm::setGround(const UiGround &ground)
{
    m_house.ground = ground;
    m_grid->setGround(ground);
    m_deadlines->setGround(ground);
    m_caller->setGround(ground);
    refreshHeader();
    refreshPreview();
}

bool IntakeForm::isBlank() const
{
    const ComplaintDraft now = m_grid->draft();
    if (!now.raw.isEmpty()) {
        return false;
    }
    for (auto it = now.fields.constBegin(); it != now.fields.constEnd(); ++it) {
        if (m_presets.value(it.key()) != it.value()) {
            return false;
        }
    }
    return true;
}

QString IntakeForm::tabTitle() const
{
    const ComplaintDraft now = m_grid->draft();
    const QString name = now.fields.value(kName).toString();
    if (!name.isEmpty()) {
        return name;
    }
    const QString phone = now.fields.value(kPhone).toString();
    return phone.isEmpty() ? tr("New case") : maskedPhone(phone);
}

void IntakeForm::touched(const QString &field)
{
    const Instant now = m_house.ground.clock();
    if (!m_startedAt) {
        m_startedAt = now;
        const QJsonValue minute = now.utcMs() / 60000 * 60000;
        for (const QString &stamped : {kReceivedAt, QStringLiteral("registeredAt")}) {
            const Cell *cell = m_grid->cell(stamped);
            if (cell && cell->isBlank() && field != stamped) {
                m_grid->setFieldValue(stamped, minute);
                m_presets.insert(stamped, minute);
            }
        }
        refreshHeader();
    }
    m_keeper.touched(now);
    schedule();
    m_previewTimer->start();
    refreshMissing();
    if (field == kName || field == kPhone) {
        emit titleChanged(tabTitle());
        const Cell *phone = m_grid->cell(kPhone);
        if (phone && phone->value().toString().size() >= 11) {
            lookUpCaller();
        }
    }
}

void IntakeForm::leftField(const QString &field)
{
    if (field == kName) {
        // 王先生, 李女士: the name already says it.
        const QString name = m_grid->cell(kName)->value().toString();
        const QString gender =
            name.endsWith(QStringLiteral("先生")) ? QStringLiteral("Male")
            : name.endsWith(QStringLiteral("女士")) || name.endsWith(QStringLiteral("小姐"))
                ? QStringLiteral("Female")
                : QString();
        const Cell *cell = m_grid->cell(QStringLiteral("gender"));
        if (cell && cell->isBlank() && !gender.isEmpty()) {
            m_grid->setFieldValue(QStringLiteral("gender"), gender);
            touched(QStringLiteral("gender"));
        }
    }
    if (field == kName || field == kPhone) {
        lookUpCaller();
    }
    if (m_keeper.dirty()) {
        saveNow();
    }
}

void IntakeForm::lookUpCaller()
{
    const ComplaintDraft now = m_grid->draft();
    m_caller->lookUp(now.fields.value(kPhone).toString(), now.fields.value(kName).toString());
}

void IntakeForm::schedule()
{
    if (const auto at = m_keeper.saveAt()) {
        m_saveTimer->start(
            int(std::clamp<qint64>(*at - m_house.ground.clock(), 0, DraftKeeper::kLatestMs)));
    }
}

void IntakeForm::saveIfDue()
{
    const auto at = m_keeper.saveAt();
    if (at && m_house.ground.clock() >= *at) {
        saveNow();
    } else {
        schedule();
    }
}

void IntakeForm::saveNow()
{
    if (!m_house.log || isBlank()) {
        m_keeper.saved();
        return;
    }
    const StoredDraft stored = storedDraft();
    m_draftId = stored.id;
    m_keeper.saved();
    m_saveTimer->stop();
    // Nobody waits for the disk: the form goes on, the answer comes when the words lie safe.
    m_house.log->keepDraft(
        stored, [self = QPointer<IntakeForm>(this), at = stored.savedAt](const Result<Done> &kept) {
            if (self) {
                self->draftKept(kept, at);
            }
        });
}

void IntakeForm::draftKept(const Result<Done> &kept, Instant at)
{
    if (!kept) {
        // The words stay in the form; the next key or field tries again.
        m_keeper.touched(at);
        showError(kept.error());
        emit draftFailed(kept.error());
        return;
    }
    m_bar->setError({});
    emit draftSaved(at);
}

void IntakeForm::submitAs(void (IntakeForm::*request)(const ComplaintDraft &))
{
    // Pressing F8 is the clerk's signature.
    Cell *sign = m_grid->cell(kRecorderSign);
    if (sign && sign->isBlank() && !m_house.ground.actorName.isEmpty()) {
        m_grid->setFieldValue(kRecorderSign,
                              QJsonObject{{QStringLiteral("name"), m_house.ground.actorName},
                                          {QStringLiteral("at"), m_house.ground.clock().utcMs()}});
    }
    saveNow();
    (this->*request)(draft());
}

void IntakeForm::submit() { submitAs(&IntakeForm::registerRequested); }

void IntakeForm::submitAndNew() { submitAs(&IntakeForm::registerAndNewRequested); }

void IntakeForm::submitAndClose() { submitAs(&IntakeForm::closeNowRequested); }

void IntakeForm::toggleSide()
{
    m_sideChosen = !m_side->isVisible();
    layOut();
}

void IntakeForm::openSide(Side side)
{
    if (!m_side->isVisible()) {
        toggleSide();
    }
    showSide(side);
    if (auto *shown = m_tabs->currentWidget()) {
        shown->setFocus(Qt::ShortcutFocusReason);
    }
}

void IntakeForm::showSide(Side side) { m_tabs->setCurrentIndex(side == Side::Caller ? 0 : 1); }

void IntakeForm::focusStory()
{
    for (const QString &story : {QStringLiteral("content"), QStringLiteral("contentBrief")}) {
        if (m_grid->cell(story)) {
            m_grid->focusField(story);
            return;
        }
    }
}

void IntakeForm::focusCaller() { m_grid->focusField(kPhone); }

void IntakeForm::refreshPreview()
{
    if (m_house.preview) {
        ComplaintDraft now = draft();
        if (!now.startedAt) {
            now.startedAt = m_house.ground.clock();
        }
        const QVector<Clock> clocks = m_house.preview(now);
        m_deadlines->setClocks(clocks, true);
        const Instant moment = m_house.ground.clock();
        for (const Clock &clock : clocks) {
            if (clock.handling && clock.due) {
                m_grid->setShown(QStringLiteral("dueAt"),
                                 DeadlineState::momentText(*clock.due, moment));
            }
        }
    }
}

void IntakeForm::refreshMissing()
{
    QStringList wanted = m_grid->requiredFields();
    for (const QString &field : m_house.regulation.intakeNeeds) {
        if (m_grid->cell(field) && !wanted.contains(field)) {
            wanted.append(field);
        }
    }
    QVector<std::pair<QString, QString>> missing;
    for (const QString &field : wanted) {
        // These two are filled by themselves: the first key and F8.
        if (field != kReceivedAt && field != QLatin1String("registeredAt") &&
            field != kRecorderSign && m_grid->cell(field)->isBlank()) {
            missing.append({field, m_grid->label(field)});
        }
    }
    m_bar->setMissing(missing);
}

void IntakeForm::refreshHeader()
{
    const Instant at = m_startedAt.value_or(m_house.ground.clock());
    m_head->setText(
        tr("Clerk %1   %2")
            .arg(m_house.ground.actorName, at.toLocalText().left(16).replace(u'T', u' ')));
}

void IntakeForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void IntakeForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_title) {
        QFont large = font();
        large.setPointSizeF(font().pointSizeF() * 1.6);
        large.setBold(true);
        large.setLetterSpacing(QFont::PercentageSpacing,
                               m_house.ground.language == Language::Chinese ? 112 : 100);
        m_title->setFont(large);
        QFont bold = font();
        bold.setBold(true);
        m_register->setFont(bold);
        layOut();
    }
}

void IntakeForm::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() == Qt::ControlModifier;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_F8) {
        if (event->modifiers() & Qt::ShiftModifier) {
            submitAndNew();
        } else {
            submit();
        }
    } else if (control && enter) {
        submitAndClose();
    } else if (control && event->key() == Qt::Key_S) {
        saveNow();
    } else if (control && event->key() == Qt::Key_B) {
        toggleSide();
    } else if (event->key() == Qt::Key_F3) {
        focusCaller();
    } else if (m_grid->jump(*event)) {
        // From the buttons and the side panel the letters lead into the form too.
    } else if (enter && m_register->hasFocus()) {
        submit();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void IntakeForm::hideEvent(QHideEvent *event)
{
    if (m_keeper.dirty()) {
        saveNow();
    }
    QWidget::hideEvent(event);
}

bool IntakeForm::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate && m_keeper.dirty()) {
        saveNow();
    }
    return QWidget::event(event);
}

} // namespace huiyin
